import { sandboxOverride as overrideOf } from '../../src/sandbox/sandbox-override';
import type { Exclusion } from '../../src/sandbox';
import type { JsonObject } from '../../src/terraform/json';

const TARGET = { endpoint: 'http://127.0.0.1:5000', accountId: '111111111111', stateDirectory: '/run/state' };
const BACKEND = {
  bucket: 'states',
  key: 'web.tfstate',
  region: 'eu-west-1',
  workspace_key_prefix: 'environments',
  encrypt: true,
  use_lockfile: true,
};
const CONFIGURATION = {
  provider: {
    aws: [{ region: 'eu-west-1', allowed_account_ids: ['222222222222'], default_tags: [{ tags: { a: 'b' } }] }],
  },
  terraform: { backend: { s3: BACKEND } },
  data: {
    terraform_remote_state: {
      data: { backend: 's3', config: { ...BACKEND, key: 'data.tfstate' }, workspace: '${terraform.workspace}' },
    },
  },
  resource: {
    aws_thing: {
      plain: { name: 'x' },
      own: { lifecycle: { ignore_changes: ['desired', 'size'] } },
      all: { lifecycle: { ignore_changes: 'all' } },
    },
    aws_other: { plain: {} },
  },
};
const EXCLUSION: Exclusion = { id: 'x', resourceType: 'aws_thing', attributes: ['size', 'colour'], reason: 'because' };

function sandboxOverride(configuration: JsonObject, exclusions?: readonly Exclusion[]): JsonObject {
  return overrideOf({ configuration, directory: '/project/out/stacks/web' }, TARGET, exclusions);
}

function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<string | number, unknown> | undefined)?.[key], value);
}

describe('the override file of a stack', () => {
  const override = sandboxOverride(CONFIGURATION, [EXCLUSION]);

  it('sends every service the default stacks use to the emulator', () => {
    const endpoints = at(override, 'provider', 'aws', 0, 'endpoints', 0) as Record<string, string>;

    expect(new Set(Object.values(endpoints))).toEqual(new Set([TARGET.endpoint]));
    expect(Object.keys(endpoints)).toEqual(expect.arrayContaining(['ec2', 'rds', 's3', 'iam', 'sts', 'efs', 'kms']));
  });

  it('plays the account that the stack allows', () => {
    expect(at(override, 'provider', 'aws', 0, 'access_key')).toBe('222222222222');
  });

  it('plays the account of the sandbox where the stack allows every account', () => {
    const open = sandboxOverride({ provider: { aws: {} } });

    expect(at(open, 'provider', 'aws', 0, 'access_key')).toBe('111111111111');
  });

  it('retries twice and no more', () => {
    expect(at(override, 'provider', 'aws', 0, 'max_retries')).toBe(2);
  });

  it('leaves region, allowed accounts and default tags as they are', () => {
    expect(Object.keys(at(override, 'provider', 'aws', 0) as object)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(region|allowed_account_ids|default_tags)$/)]),
    );
  });

  it('reaches each provider by its alias', () => {
    const two = sandboxOverride({ provider: { aws: [{}, { alias: 'edge' }] } });

    expect((at(two, 'provider', 'aws') as object[]).map((aws) => at(aws, 'alias'))).toEqual([undefined, 'edge']);
  });

  it('keeps all settings of the backend and adds where it is', () => {
    expect(at(override, 'terraform', 'backend', 's3')).toMatchObject({
      ...BACKEND,
      endpoints: { s3: TARGET.endpoint },
      use_path_style: true,
      skip_credentials_validation: true,
    });
  });

  it('keeps all settings of upstream states and adds where they are', () => {
    const config = at(override, 'data', 'terraform_remote_state', 'data', 'config');

    expect(config).toMatchObject({ ...BACKEND, key: 'data.tfstate', endpoints: { s3: TARGET.endpoint } });
  });

  it("ignores an exclusion's attributes besides those that the resource ignores itself", () => {
    expect(at(override, 'resource', 'aws_thing', 'own')).toEqual({
      lifecycle: { ignore_changes: ['desired', 'size', 'colour'] },
    });
    expect(at(override, 'resource', 'aws_thing', 'plain')).toEqual({
      lifecycle: { ignore_changes: ['size', 'colour'] },
    });
  });

  it('does not narrow what a resource ignores altogether', () => {
    expect(at(override, 'resource', 'aws_thing')).not.toHaveProperty('all');
  });

  it('touches no resource that no exclusion names', () => {
    expect(Object.keys(at(override, 'resource') as object)).toEqual(['aws_thing']);
    expect(sandboxOverride(CONFIGURATION, [])).not.toHaveProperty('resource');
  });
});
