import { SNSClient, ListTagsForResourceCommand, ListTopicsCommand } from '@aws-sdk/client-sns';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  installSandboxOverrides,
  sandboxEnvironment,
  startSandbox,
  stopSandbox,
  type SandboxStatus,
} from '../../../src/sandbox';
import { readAssembly } from '../../../src/terraform/assembly';
import { summarizePlan } from '../../../src/terraform/plan/plan-summary';
import type { Terraform } from '../../../src/terraform/execution/terraform';
import { terraformHost } from '../../../src/terraform/execution/terraform-host';
import { temporaryFolder } from '../../support/temporary-folder';

const ACCOUNT = '222222222222';
const TOPIC = {
  terraform: {
    required_providers: { aws: { source: 'aws', version: '5.100.0' } },
    backend: { local: { path: '../../real.tfstate' } },
  },
  provider: {
    aws: [{ region: 'eu-west-1', allowed_account_ids: [ACCOUNT], default_tags: [{ tags: { system: 'wp' } }] }],
  },
  resource: { aws_sns_topic: { Topic: { name: 'alarms' } } },
  output: { arn: { value: '${aws_sns_topic.Topic.arn}' } },
};

/** Writes an assembly of one stack; answers its folder. */
function assembly(project: string): string {
  const directory = join(project, 'out');
  mkdirSync(join(directory, 'stacks/alarms'), { recursive: true });
  writeFileSync(join(directory, 'stacks/alarms/cdk.tf.json'), JSON.stringify(TOPIC));
  const stack = { workingDirectory: 'stacks/alarms', synthesizedStackPath: 'stacks/alarms/cdk.tf.json' };
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify({ stacks: { alarms: stack } }));
  return directory;
}

describe('a stack with the override file', () => {
  const project = temporaryFolder();
  let sandbox: SandboxStatus;
  let terraform: Terraform;

  beforeAll(async () => {
    sandbox = await startSandbox({ accountId: '111111111111', projectDirectory: project, endWithParent: true });
    const directory = assembly(project);
    await installSandboxOverrides(directory, sandbox);
    const host = await terraformHost({ variables: { ...process.env }, folder: join(project, '.wordpress-ha') });
    const [stack] = readAssembly(directory).stacks;
    if (stack === undefined) throw new Error('the assembly has no stack');
    terraform = host.open(stack, 'default');
    await terraform.init();
    await terraform.apply(await terraform.plan());
  }, 600_000);
  afterAll(() => stopSandbox(project));

  it('is applied in the account it allows, without any variable set', async () => {
    const { arn } = await terraform.outputs();

    expect(arn?.value).toBe(`arn:aws:sns:eu-west-1:${ACCOUNT}:alarms`);
  });

  it('has nothing left to change', async () => {
    const { json } = await terraform.plan();

    expect(summarizePlan('alarms', json)).toMatchObject({ add: 0, change: 0, replace: 0, destroy: 0 });
  }, 300_000);

  it('keeps its default tags', async () => {
    const variables = sandboxEnvironment(sandbox);
    const sns = new SNSClient({
      endpoint: variables.AWS_ENDPOINT_URL,
      region: 'eu-west-1',
      credentials: { accessKeyId: ACCOUNT, secretAccessKey: 'sandbox' },
    });
    const { Topics = [] } = await sns.send(new ListTopicsCommand({}));

    const { Tags } = await sns.send(new ListTagsForResourceCommand({ ResourceArn: Topics[0]?.TopicArn }));

    expect(Tags).toEqual([{ Key: 'system', Value: 'wp' }]);
    sns.destroy();
  });

  it('leaves the real place of its state alone', () => {
    expect(existsSync(join(project, 'out/real.tfstate'))).toBe(false);
  });
});
