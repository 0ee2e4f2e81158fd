import type { Environment } from '../../src/config';
import type { Synthesized } from '../../src/testing';
import { findEnvironment } from '../../stacks/environments';
import { STACKS, synthesizeEnvironment } from './support';

const staging = findEnvironment('staging');
const terraformOf = (stack: Synthesized) => stack.json['terraform'] as Record<string, Record<string, unknown>>;
const guardOf = (stack: Synthesized) =>
  Object.entries(stack.resources('terraform_data')).find(([name]) => name === 'WorkspaceGuard')?.[1];
const withState = (state: Environment['state']) => synthesizeEnvironment({ ...staging, state });

describe('every stack of an environment', () => {
  const stacks = synthesizeEnvironment(staging);

  test.each(STACKS.filter((id) => id !== 'state'))('%s refuses any other workspace', (id) => {
    expect(guardOf(stacks[id])).toMatchObject({
      lifecycle: { precondition: [{ condition: '${contains(["staging"], terraform.workspace)}' }] },
    });
  });

  test('the state stack runs in the default workspace only, with state on this machine', () => {
    expect(guardOf(stacks.state)).toMatchObject({
      lifecycle: { precondition: [{ condition: '${contains(["default"], terraform.workspace)}' }] },
    });
    expect(terraformOf(stacks.state)['backend']).toHaveProperty('local');
  });

  test.each(STACKS)('%s can be applied to one account only and tags what it makes', (id) => {
    const provider = (stacks[id].json['provider'] as Record<string, Record<string, unknown>[]>)['aws']?.[0];
    expect(provider).toMatchObject({ allowed_account_ids: [staging.accountId], region: staging.region });
    expect(provider?.['default_tags']).toMatchObject([
      { tags: { system: 'wordpress', 'managed-by': 'terraform', stack: id } },
    ]);
  });

  test('keeps its state in S3 with lock, key and encryption, one object a stack', () => {
    expect(terraformOf(stacks.web)['backend']).toEqual({
      s3: {
        bucket: 'wordpress-ha-state-123456789012',
        encrypt: true,
        key: 'web.tfstate',
        kms_key_id: 'arn:aws:kms:eu-west-1:123456789012:alias/wordpress-ha-state-123456789012',
        region: 'eu-west-1',
        use_lockfile: true,
        workspace_key_prefix: 'environments',
      },
    });
  });

  test('reads other stacks in the same workspace', () => {
    const states = (stacks.web.json['data'] as Record<string, Record<string, Record<string, unknown>>>)[
      'terraform_remote_state'
    ];
    expect(Object.values(states ?? {}).map((state) => state['workspace'])).toEqual([
      '${terraform.workspace}',
      '${terraform.workspace}',
    ]);
  });
});

describe('other state backends', () => {
  test('HCP Terraform gets one workspace a stack and environment, through a prefix', () => {
    const stacks = withState({ type: 'cloud', organization: 'example' });

    expect(terraformOf(stacks.web)['backend']).toEqual({
      remote: { organization: 'example', hostname: 'app.terraform.io', workspaces: { prefix: 'wordpress-web-' } },
    });
    const states = (stacks.data.json['data'] as Record<string, Record<string, Record<string, unknown>>>)[
      'terraform_remote_state'
    ];
    expect(Object.values(states ?? {})).toMatchObject([
      { workspace: '${terraform.workspace}', config: { workspaces: { prefix: 'wordpress-foundation-' } } },
    ]);
    expect(stacks.state.count('aws_s3_bucket')).toBe(0);
  });

  test('local state is one file a stack and workspace below one folder', () => {
    const stacks = withState({ type: 'local', directory: 'states' });

    const { local } = terraformOf(stacks.web)['backend'] as { local: Record<string, string> };
    expect(local['path']).toMatch(/states\/web\.tfstate$/);
    expect(local['workspace_dir']).toMatch(/states\/web$/);
  });
});
