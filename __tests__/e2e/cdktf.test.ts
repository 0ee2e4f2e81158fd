import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { exportedVariables, SandboxProject, type Ended } from './support/sandbox-project';
import { parseObject } from '../../src/terraform/json';

jest.setTimeout(900_000);

const OUT = 'cdktf.out/staging';

describe("cdktf's own command line", () => {
  const project = new SandboxProject();
  let variables: Record<string, string>;

  beforeAll(async () => {
    variables = exportedVariables(await project.succeed('sandbox up -e staging'));
    await project.succeed('init -e staging --stack foundation --sandbox --auto-approve');
  });
  afterAll(() => project.remove());

  const cdktf = (args: readonly string[], more: Readonly<Record<string, string>>): Promise<Ended> =>
    project.spawn(process.execPath, ['node_modules/cdktf-cli/bundle/bin/cdktf', ...args], {
      CHECKPOINT_DISABLE: '1',
      ...more,
    }).ended;

  const stateObjects = async (): Promise<string[]> => {
    const endpoint = variables.AWS_ENDPOINT_URL ?? '';
    const credentials = { accessKeyId: variables.AWS_ACCESS_KEY_ID ?? '', secretAccessKey: 'sandbox' };
    const s3 = new S3Client({ endpoint, region: 'eu-west-1', forcePathStyle: true, credentials });
    const file = parseObject(readFileSync(join(project.directory, OUT, 'environments.json'), 'utf8'));
    const bucket = /"bucket":\s*"([^"]+)"/.exec(JSON.stringify(file))?.[1];
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
    s3.destroy();
    return Contents.map(({ Key = '' }) => Key);
  };

  it('plans and applies on the same files as the tool, which then finds nothing left to do', async () => {
    const staging = { ...variables, TF_WORKSPACE: 'staging' };

    const planned = await cdktf(['plan', 'foundation', '--output', OUT], staging);
    expect(planned.stdout).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy/);
    const applied = await cdktf(['apply', 'foundation', '--auto-approve', '--output', OUT], staging);
    expect(applied.stdout).toMatch(/Apply complete! Resources: \d+ added/);

    const second = await project.succeed('plan -e staging --stack foundation --sandbox --json');
    expect(parseObject(second.stdout)?.stacks).toMatchObject([
      { stack: 'foundation', add: 0, change: 0, replace: 0, destroy: 0, outputs: 0, changes: [] },
    ]);
    expect(await stateObjects()).toContain('environments/staging/foundation.tfstate');
  });

  it('synthesizes development when nothing chooses an environment', async () => {
    const { exitCode } = await cdktf(['synth'], {});

    expect(exitCode).toBe(0);
    const file = parseObject(readFileSync(join(project.directory, 'cdktf.out/environments.json'), 'utf8'));
    expect(file?.current).toBe('development');
    expect(existsSync(join(project.directory, 'cdktf.out/stacks/foundation/cdk.tf.json'))).toBe(true);
  });
});
