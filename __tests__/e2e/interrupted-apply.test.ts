import { hostname } from 'node:os';
import { join } from 'node:path';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { waitFor } from '../support/wait-for';
import { exportedVariables, SandboxProject, type Running } from './support/sandbox-project';
import { journalFolder, type Journal } from '../../src/terraform/recovery/journal';
import { parseObject } from '../../src/terraform/json';

jest.setTimeout(1_200_000);

const UNCHANGED = { add: 0, change: 0, replace: 0, destroy: 0 };

describe('an apply of the foundation that is cut off', () => {
  const project = new SandboxProject();
  let endpoint = '';

  beforeAll(async () => {
    endpoint = exportedVariables(await project.succeed('sandbox up')).AWS_ENDPOINT_URL ?? '';
  });
  afterAll(() => project.remove());

  const journal = (environment: string): Journal | undefined =>
    journalFolder(join(project.directory, '.wordpress-ha/sandbox'), environment, 'foundation').read().at(-1);

  /** Starts an apply and waits until Terraform has told so many events; `terraform` is its process id. */
  const applyUntil = async (environment: string, told: number): Promise<{ tool: Running; terraform: number }> => {
    const tool = project.start(`apply ${options(environment)} --auto-approve`);
    await waitFor(() => {
      if (tool.process.exitCode !== null) throw new Error('the apply ended too early');
      const { running = false, events = [] } = journal(environment) ?? {};
      return running && events.length >= told;
    });
    return { tool, terraform: journal(environment)?.header.pid ?? 0 };
  };
  const planned = async (environment: string): Promise<unknown> => {
    const { stdout } = await project.succeed(`plan ${options(environment)} --json`);
    return parseObject(stdout)?.stacks;
  };
  const vpcs = async (environment: string): Promise<number> => {
    const credentials = { accessKeyId: '123456789012', secretAccessKey: 'sandbox' };
    const ec2 = new EC2Client({ endpoint, region: 'eu-west-1', credentials });
    const Filters = [{ Name: 'tag:environment', Values: [environment] }];
    const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand({ Filters }));
    ec2.destroy();
    return Vpcs.length;
  };

  it('by the death of Terraform is explained, unlocked and finished, and no object is made twice', async () => {
    const common = options('development');
    await project.succeed(`init ${common} --auto-approve`);
    const { tool, terraform } = await applyUntil('development', 20);

    // the provider goes with it, as when a machine dies
    process.kill(-terraform, 'SIGKILL');
    const cut = await tool.ended;
    const refused = await project.run(`plan ${common}`);
    const explained = await project.run(`unlock ${common}`);
    await project.succeed(`unlock ${common} --force`);
    const finished = await project.succeed(`apply ${common} --auto-approve`);

    expect(cut.exitCode).toBe(1);
    expect(cut.stderr).toContain("ended by SIGKILL; 'wordpress-ha unlock' tells whether it left its lock");
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/was taken by \S+ for an apply at .+\n +its process is gone from this machine/);
    expect(explained.exitCode).toBe(2);
    expect(explained.stdout).toContain(`@${hostname()} for an apply at `);
    expect(explained.stdout).toContain('its process is gone from this machine: the lock can be released');
    expect(finished.stderr).toContain('an earlier apply was cut off; its objects are adopted: ');
    expect(await planned('development')).toMatchObject([UNCHANGED]);
    expect(await vpcs('development')).toBe(1);
  });

  it('by Ctrl-C ends what has begun and is finished by the next one, even when that loses the tool', async () => {
    const common = options('staging');
    await project.succeed(`init ${common} --auto-approve`);
    const first = await applyUntil('staging', 4);

    const second = await project.run(`apply ${common} --auto-approve`);
    expect(second.exitCode).toBe(1);
    expect(second.stderr).toContain(`is in use by 'apply' (process ${first.tool.process.pid} on ${hostname()}, since `);

    first.tool.process.kill('SIGINT');
    const interrupted = await first.tool.ended;
    expect(interrupted.exitCode).toBe(1);
    expect(interrupted.stderr).toMatch(
      /'terraform apply' was interrupted after \d+ of \d+ changes; run the same command/,
    );
    expect(interrupted.stderr).toContain("'wordpress-ha apply -e staging' goes on from here");
    expect((await project.succeed(`unlock ${common}`)).stdout).toBe('staging: no stack is locked\n');

    const next = await applyUntil('staging', 2);
    next.tool.process.kill('SIGKILL');
    await next.tool.ended;
    expect(journal('staging')?.running).toBe(true);
    await waitFor(() => journal('staging')?.running !== true);
    const last = await project.succeed(`apply ${common} --auto-approve`);
    expect(last.stdout).toMatch(/foundation +unchanged/);
    expect(await vpcs('staging')).toBe(1);
  });
});

function options(environment: string): string {
  return `-e ${environment} --stack foundation --sandbox`;
}
