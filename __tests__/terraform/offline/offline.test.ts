import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles, writeStack } from '../support/files';
import type { Assembly } from '../../../src/terraform/assembly';
import { objectOf, type JsonObject } from '../../../src/terraform/json';
import { placeholderUpstreams, prepareOffline } from '../../../src/terraform/offline/offline';
import { temporaryFolder } from '../../support/temporary-folder';

const CONTEXT = { environment: 'staging', accountId: '123456789012', region: 'eu-west-1', stateStack: 'state' };
const s3 = (key: string): JsonObject => ({
  bucket: 'b',
  key: `${key}.tfstate`,
  region: 'eu-west-1',
  workspace_key_prefix: 'environments',
});
const reading = (name: string): JsonObject => ({
  backend: 's3',
  config: s3(name),
  workspace: '${terraform.workspace}',
});

function assembly(): Assembly {
  const directory = temporaryFolder();
  const state = writeStack(directory, 'state', { provider: { aws: [{ region: 'eu-west-1' }] } });
  const foundation = writeStack(directory, 'foundation', {
    terraform: { backend: { s3: s3('foundation') } },
    provider: {
      aws: [
        { region: 'eu-west-1', allowed_account_ids: ['123456789012'] },
        { alias: 'us', region: 'us-east-1' },
      ],
    },
    resource: { aws_vpc: { main: {} } },
    output: { vpc: { value: '${aws_vpc.main.id}' } },
  });
  const web = writeStack(
    directory,
    'web',
    {
      terraform: { backend: { s3: s3('web') } },
      data: {
        terraform_remote_state: {
          'cross-stack-reference-input-foundation': reading('foundation'),
          elsewhere: reading('elsewhere'),
        },
      },
      output: { other: { value: '${data.terraform_remote_state.elsewhere.outputs.other}' } },
    },
    ['foundation'],
  );
  return { directory, stacks: [state, foundation, web] };
}

const json = (...path: string[]): JsonObject => JSON.parse(readFileSync(join(...path), 'utf8')) as JsonObject;

describe('prepareOffline', () => {
  it('gives every stack a local backend and keeps its JSON untouched', () => {
    const app = assembly();

    const stacks = prepareOffline(app, CONTEXT);

    expect(stacks.map(({ name }) => name)).toEqual(['state', 'foundation', 'web']);
    for (const [index, { directory }] of stacks.entries()) {
      expect(json(directory, 'offline_override.tf.json')).toMatchObject({ terraform: { backend: { local: {} } } });
      expect(json(directory, 'cdk.tf.json')).toEqual(app.stacks[index]?.configuration);
    }
  });

  it('keeps the provider from asking AWS, in each of its blocks', () => {
    const foundation = prepareOffline(assembly(), CONTEXT)[1];

    const { provider } = json(foundation?.directory ?? '', 'offline_override.tf.json');

    expect(objectOf(provider).aws).toEqual([
      expect.objectContaining({ access_key: 'offline', skip_requesting_account_id: true, allowed_account_ids: null }),
      expect.objectContaining({ alias: 'us', skip_credentials_validation: true }),
    ]);
  });

  it('stands in for each upstream state with values of the right form', () => {
    const web = prepareOffline(assembly(), CONTEXT)[2];

    expect(web?.placeholders).toEqual(['foundation', 'elsewhere']);
    const override = json(web?.directory ?? '', 'offline_override.tf.json');
    expect(override.data).toEqual({
      terraform_remote_state: {
        'cross-stack-reference-input-foundation': {
          backend: 'local',
          config: { path: 'placeholder-states/foundation.tfstate' },
          workspace: 'default',
        },
        elsewhere: { backend: 'local', config: { path: 'placeholder-states/elsewhere.tfstate' }, workspace: 'default' },
      },
    });
    const { outputs } = json(web?.directory ?? '', 'placeholder-states/foundation.tfstate');
    expect(outputs).toEqual({ vpc: { type: 'string', value: expect.stringMatching(/^vpc-0[0-9a-f]{16}$/) as string } });
    expect(json(web?.directory ?? '', 'placeholder-states/elsewhere.tfstate').outputs).toEqual({
      other: { type: 'string', value: 'placeholder-other' },
    });
  });

  it('opens each in the workspace that its guard wants', () => {
    expect(prepareOffline(assembly(), CONTEXT).map(({ workspace }) => workspace)).toEqual([
      'default',
      'staging',
      'staging',
    ]);
  });

  it('copies assets, but neither state nor settings of the sandbox', () => {
    const app = assembly();
    writeFiles(app.stacks[2]?.directory ?? '', {
      'assets/handler.zip': 'zip',
      'terraform.tfstate': '{}',
      'sandbox_override.tf.json': {},
      '.terraform/environment': 'staging',
    });

    const directory = prepareOffline(app, CONTEXT)[2]?.directory ?? '';

    expect(existsSync(join(directory, 'assets/handler.zip'))).toBe(true);
    ['terraform.tfstate', 'sandbox_override.tf.json', '.terraform'].forEach((name) => {
      expect(existsSync(join(directory, name))).toBe(false);
    });
  });

  it('keeps what Terraform has installed and removes what the stack no longer has', () => {
    const app = assembly();
    const directory = prepareOffline(app, CONTEXT)[2]?.directory ?? '';
    writeFiles(directory, { '.terraform/providers/x': '', 'assets/old.zip': '' });

    prepareOffline(app, CONTEXT);

    expect(existsSync(join(directory, '.terraform/providers/x'))).toBe(true);
    expect(existsSync(join(directory, 'assets/old.zip'))).toBe(false);
  });
});

describe('placeholderUpstreams', () => {
  it('stands in for the missing stacks only and leaves the backend alone', () => {
    const app = assembly();
    const web = app.stacks[2];
    if (web === undefined) throw new Error('no web stack');
    writeFiles(web.directory, { 'sandbox_override.tf.json': { provider: {} } });

    const prepared = placeholderUpstreams(app, web, [{ name: 'foundation', outputs: {} }], CONTEXT, temporaryFolder());

    expect(prepared.placeholders).toEqual(['foundation']);
    const override = json(prepared.directory, 'upstream_placeholders_override.tf.json');
    expect(Object.keys(override)).toEqual(['data']);
    expect(Object.keys(objectOf(objectOf(override.data).terraform_remote_state))).toEqual([
      'cross-stack-reference-input-foundation',
    ]);
    expect(existsSync(join(prepared.directory, 'sandbox_override.tf.json'))).toBe(true);
  });

  it('lies as deep as the stack itself, so that relative paths stay right', () => {
    const app = assembly();
    const web = app.stacks[2];
    if (web === undefined) throw new Error('no web stack');

    const { directory } = placeholderUpstreams(app, web, [], CONTEXT, temporaryFolder());

    expect(directory).toBe(join(app.directory, 'preview', 'web'));
  });
});
