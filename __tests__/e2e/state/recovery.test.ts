import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { isMotoInstalled, startMoto, type MotoServer } from './support/moto-server';
import { SAMPLE } from './support/sample-stack';
import { terraformPid, waitFor } from './support/tool-process';
import { workbench, type Workbench } from './support/workbench';
import type { StackAssembly } from '../../../src/terraform/assembly';
import { journalFolder } from '../../../src/terraform/journal';
import { hasChanges, summarizePlan } from '../../../src/terraform/plan-summary';
import { readStateLock } from '../../../src/terraform/state-lock';
import type { Terraform } from '../../../src/terraform/terraform';

jest.setTimeout(240_000);

const describeWithMoto = isMotoInstalled() ? describe : describe.skip;

describeWithMoto('an apply whose Terraform was killed', () => {
  let moto: MotoServer;
  let bench: Workbench;

  beforeEach(async () => {
    moto = await startMoto();
    bench = await workbench(moto.endpoint);
  });
  afterEach(() => {
    bench.remove();
    moto.stop();
  });

  const open = async (stack: StackAssembly): Promise<Terraform> => {
    const terraform = (await bench.host()).open(stack, 'staging');
    await terraform.init();
    await terraform.selectWorkspace('staging');
    return terraform;
  };
  const killAfter = async (stack: StackAssembly, events: number): Promise<void> => {
    const terraform = await open(stack);
    const applying = terraform.apply(await terraform.plan());
    const journals = journalFolder(bench.folder, 'staging', stack.name);
    await waitFor(() => (journals.read()[0]?.events.length ?? 0) >= events && terraformPid(bench, stack) > 0);
    // the provider goes with it, as when a machine dies
    process.kill(-terraformPid(bench, stack), 'SIGKILL');
    await expect(applying).rejects.toThrow('SIGKILL');
  };
  const unlock = async (stack: StackAssembly): Promise<void> => {
    const lock = await readStateLock(stack, 'staging', bench.variables);
    if (lock !== undefined) await (await open(stack)).forceUnlock(lock.id);
  };

  const vpcs = async (): Promise<number> => {
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const ec2 = new EC2Client({ endpoint: moto.endpoint, region: 'us-east-1', credentials });
    const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand({}));
    return Vpcs.filter(({ IsDefault }) => IsDefault !== true).length;
  };

  it.each([9, 30])('is finished by the next run when killed after %d events', async (events) => {
    const stack = bench.stack('sample', 'staging', SAMPLE);
    await killAfter(stack, events);
    await unlock(stack);

    const terraform = await open(stack);
    const plan = await terraform.plan();
    await terraform.apply(plan);

    const second = summarizePlan('sample', (await terraform.plan()).json);
    expect(second).toMatchObject({ add: 0, change: 0, replace: 0, destroy: 0, adopt: 0 });
    expect(hasChanges(second)).toBe(false);
    expect(journalFolder(bench.folder, 'staging', 'sample').read()).toEqual([]);
    expect(await vpcs()).toBe(1);
  });

  it('leaves nothing behind when the next run destroys', async () => {
    const stack = bench.stack('sample', 'staging', SAMPLE);
    await killAfter(stack, 24);
    const [journal] = journalFolder(bench.folder, 'staging', 'sample').read();
    await unlock(stack);

    const terraform = await open(stack);
    const plan = await terraform.plan({ mode: 'destroy' });
    await terraform.apply(plan);

    // names are kept to find the objects again, other values are not
    expect(JSON.stringify(journal)).toContain('sample-web');
    expect(JSON.stringify(journal)).not.toContain('Statement');
    expect(plan.notes?.[0]).toContain('aws_vpc.main');
    expect(await vpcs()).toBe(0);
  });
});
