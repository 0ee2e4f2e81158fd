import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { SAMPLE } from './support/sample-stack';
import { terraformPid } from './support/tool-process';
import { describeWithStateBucket } from './support/with-state-bucket';
import { waitFor } from '../../support/wait-for';
import type { StackAssembly } from '../../../src/terraform/assembly';
import { journalFolder } from '../../../src/terraform/recovery/journal';
import { hasChanges, summarizePlan } from '../../../src/terraform/plan/plan-summary';
import { readStateLock } from '../../../src/terraform/locks/state-lock';

jest.setTimeout(900_000);

describeWithStateBucket('an apply whose Terraform was killed', 'each', (bench) => {
  const killAfter = async (stack: StackAssembly, events: number): Promise<void> => {
    const terraform = await bench().open(stack);
    const applying = terraform.apply(await terraform.plan());
    const journals = journalFolder(bench().folder, 'staging', stack.name);
    const killable = waitFor(
      () => (journals.read()[0]?.events.length ?? 0) >= events && terraformPid(bench(), stack) > 0,
    );
    // an apply that fails says more than that nothing came
    await Promise.race([killable, applying]);
    // the provider goes with it, as when a machine dies
    process.kill(-terraformPid(bench(), stack), 'SIGKILL');
    await expect(applying).rejects.toThrow('SIGKILL');
  };
  const unlock = async (stack: StackAssembly): Promise<void> => {
    const lock = await readStateLock(stack, 'staging', bench().variables);
    if (lock !== undefined) await (await bench().open(stack)).forceUnlock(lock.id);
  };

  const vpcs = async (): Promise<number> => {
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const ec2 = new EC2Client({ endpoint: bench().endpoint, region: 'us-east-1', credentials });
    const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand({}));
    return Vpcs.filter(({ IsDefault }) => IsDefault !== true).length;
  };

  it.each([9, 30])('is finished by the next run when killed after %d events', async (events) => {
    const stack = bench().stack('sample', 'staging', SAMPLE);
    await killAfter(stack, events);
    await unlock(stack);

    const terraform = await bench().open(stack);
    const plan = await terraform.plan();
    await terraform.apply(plan);

    const second = summarizePlan('sample', (await terraform.plan()).json);
    expect(second).toMatchObject({ add: 0, change: 0, replace: 0, destroy: 0, adopt: 0 });
    expect(hasChanges(second)).toBe(false);
    expect(journalFolder(bench().folder, 'staging', 'sample').read()).toEqual([]);
    expect(await vpcs()).toBe(1);
  });

  it('leaves nothing behind when the next run destroys', async () => {
    const stack = bench().stack('sample', 'staging', SAMPLE);
    await killAfter(stack, 24);
    const [journal] = journalFolder(bench().folder, 'staging', 'sample').read();
    await unlock(stack);

    const terraform = await bench().open(stack);
    const plan = await terraform.plan({ mode: 'destroy' });
    await terraform.apply(plan);

    // names are kept to find the objects again, other values are not
    expect(JSON.stringify(journal)).toContain('sample-web');
    expect(JSON.stringify(journal)).not.toContain('Statement');
    expect(plan.notes?.[0]).toContain('aws_vpc.main');
    expect(await vpcs()).toBe(0);
  });
});
