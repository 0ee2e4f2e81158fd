import { backendOverride, remoteStateOverride } from '../../src/sandbox/state-override';
import type { JsonObject } from '../../src/terraform/json';

const PLACE = {
  endpoint: 'http://127.0.0.1:5000',
  accountId: '111111111111',
  stateDirectory: '/run/state',
  directory: '/project/out/stacks/web',
};
const S3 = {
  bucket: 'states',
  key: 'web.tfstate',
  region: 'eu-west-1',
  workspace_key_prefix: 'environments',
  encrypt: true,
};

function backend(terraform: JsonObject): Record<string, JsonObject> {
  return backendOverride({ terraform }, PLACE)?.backend as Record<string, JsonObject>;
}

function upstream(state: JsonObject): JsonObject {
  const override = remoteStateOverride({ data: { terraform_remote_state: { data: state } } }, PLACE);
  return (override?.terraform_remote_state as { data: JsonObject }).data;
}

describe('the backend of a stack in the sandbox', () => {
  it('keeps all settings of a state in S3 and adds where S3 is', () => {
    expect(backend({ backend: { s3: { ...S3, use_lockfile: true } } }).s3).toMatchObject({
      ...S3,
      use_lockfile: true,
      access_key: '111111111111',
      endpoints: { s3: 'http://127.0.0.1:5000' },
      use_path_style: true,
      skip_credentials_validation: true,
    });
  });

  it.each([
    ['a state in a file', { backend: { local: { path: '../../../.wordpress-ha/state/web.tfstate' } } }],
    ['a state in HCP Terraform', { cloud: { organization: 'o', workspaces: { name: 'w' } } }],
    ['a state in a remote backend', { backend: { remote: { organization: 'o', workspaces: [{ prefix: 'w-' }] } } }],
    ['a state of no declared place', {}],
  ])('keeps %s in a folder of the sandbox', (_, terraform) => {
    const { local } = backend(terraform);

    expect(local?.path).toMatch(/^\/run\/state\/[^/]+\.tfstate$/);
    expect(local?.workspace_dir).toMatch(/^\/run\/state\/[^/]+$/);
  });

  it('keeps states of two places apart, though their files have one name', () => {
    const paths = ['../one/x.tfstate', '../two/x.tfstate'].map(
      (path) => backend({ backend: { local: { path } } }).local?.path,
    );

    expect(new Set(paths).size).toBe(2);
  });
});

describe('the state of another stack in the sandbox', () => {
  it('is read from S3 at the emulator, with all its settings', () => {
    expect(upstream({ backend: 's3', config: S3, workspace: 'x' })).toEqual({
      backend: 's3',
      config: backend({ backend: { s3: S3 } }).s3,
    });
  });

  it.each([
    ['a file', { local: { path: '../../data.tfstate', workspace_dir: '../../data' } }, 'local'],
    ['HCP Terraform', { remote: { organization: 'o', workspaces: { prefix: 'data-' } } }, 'remote'],
  ])('is read where its writer puts it when it is in %s', (_, written, type) => {
    const config = Object.values<JsonObject>(written)[0];

    expect(upstream({ backend: type, config })).toEqual({
      backend: 'local',
      config: backend({ backend: written }).local,
    });
  });

  it('is not named where no stack is read', () => {
    expect(remoteStateOverride({}, PLACE)).toBeUndefined();
  });
});
