import { writeFiles, writeStack } from './support/files';
import { backendOf, boundWorkspace, comparedWithRecorded, describeBackend } from '../../src/terraform/backend';
import { temporaryFolder } from '../support/temporary-folder';

const s3 = { bucket: 'b', key: 'web.tfstate', region: 'eu-west-1', encrypt: true };
const stack = (terraform: object, overrides: Readonly<Record<string, unknown>> = {}) => {
  const made = writeStack(temporaryFolder(), 'web', { terraform });
  writeFiles(made.directory, overrides);
  return made;
};
const recorded = (type: string, config: object) => ({
  '.terraform/terraform.tfstate': { version: 3, backend: { type, config } },
});

describe('backendOf', () => {
  it.each([
    ['an object', { backend: { s3 } }],
    ['lists', [{ backend: [{ s3: [s3] }] }]],
  ])('reads a configuration in form of %s', (_, terraform) => {
    expect(backendOf(stack(terraform))).toEqual({ type: 's3', settings: s3 });
  });

  it('is local without any', () => {
    expect(backendOf(stack({}))).toEqual({ type: 'local', settings: {} });
  });

  it('is that of the last override file', () => {
    const local = { backend: { local: { path: 'x' } } };
    const overridden = stack(
      { backend: { s3 } },
      { 'a_override.tf.json': { terraform: { backend: { s3 } } }, 'b_override.tf.json': { terraform: local } },
    );

    expect(backendOf(overridden)).toEqual({ type: 'local', settings: { path: 'x' } });
  });

  it('reads HCP Terraform', () => {
    const cloud = { organization: 'o', workspaces: { name: 'web-staging' } };
    const backend = backendOf(stack({ cloud }));

    expect(backend).toEqual({ type: 'cloud', settings: cloud });
    expect(boundWorkspace(backend)).toBe('web-staging');
    expect(boundWorkspace({ type: 'remote', settings: { workspaces: { prefix: 'web-' } } })).toBeUndefined();
  });
});

describe('comparedWithRecorded', () => {
  it.each([
    ['new', {}],
    ['same', recorded('s3', { ...s3, acl: null, use_lockfile: null })],
    ['settings', recorded('s3', { ...s3, endpoints: { s3: 'http://127.0.0.1:1' } })],
    ['moved', recorded('s3', { ...s3, bucket: 'another' })],
    ['moved', recorded('local', { path: null })],
  ])('says %s', (verdict, files) => {
    const made = stack({ backend: { s3 } }, files);

    expect(comparedWithRecorded(made.directory, backendOf(made))).toBe(verdict);
  });
});

describe('describeBackend', () => {
  it('names the place', () => {
    expect(describeBackend({ type: 's3', settings: s3 })).toBe('s3 b web.tfstate');
  });
});
