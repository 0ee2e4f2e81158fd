import { hostname } from 'node:os';
import { writeFiles, writeStack } from '../support/files';
import type { StackAssembly } from '../../../src/terraform/assembly';
import { journalFolder } from '../../../src/terraform/recovery/journal';
import { localStateFile, releaseLocalLock } from '../../../src/terraform/locks/local-lock';
import { s3LockAddress } from '../../../src/terraform/locks/s3-lock';
import { describeLock, lockHolder, readStateLock, type StateLock } from '../../../src/terraform/locks/state-lock';
import { temporaryFolder } from '../../support/temporary-folder';

const LOCK: StateLock = {
  id: 'aaaa-bbbb',
  operation: 'OperationTypeApply',
  who: `someone@${hostname()}`,
  created: '2026-11-21T10:00:00.5Z',
  terraformVersion: '1.11.4',
  location: 's3://b/environments/staging/web.tfstate.tflock',
};
const INFO = { ID: 'aaaa-bbbb', Operation: 'OperationTypeApply', Who: 'someone@here', Created: '2026-11-21T10:00:00Z' };

const localStack = (settings: object = {}): StackAssembly =>
  writeStack(temporaryFolder(), 'state', { terraform: { backend: { local: settings } } });

describe('describeLock', () => {
  it.each([
    ['running' as const, 'it still runs on this machine: wait until it ends'],
    ['gone' as const, 'its process is gone from this machine: the lock can be released'],
    ['another host' as const, 'it was taken on another machine: release it only when nothing runs there any more'],
    ['unknown' as const, 'it was taken on this machine: release it only when no Terraform runs here any more'],
  ])('tells who holds it when the holder is %s', (holder, advice) => {
    expect(describeLock(LOCK, holder, new Date('2026-11-21T10:05:00Z'))).toBe(
      [
        `lock aaaa-bbbb was taken by someone@${hostname()} for an apply at 2026-11-21T10:00:00.5Z (5 min ago)`,
        advice,
        'it lies at s3://b/environments/staging/web.tfstate.tflock',
      ].join('\n'),
    );
  });

  it.each([
    ['2026-11-21T15:00:00Z', '5 h'],
    ['2026-11-25T10:00:00Z', '4 days'],
  ])('counts the age at %s as %s', (now, age) => {
    expect(describeLock(LOCK, 'gone', new Date(now))).toContain(`(${age} ago)`);
  });
});

describe('lockHolder', () => {
  const stack = localStack();

  it('cannot know processes of another machine', () => {
    expect(lockHolder({ ...LOCK, who: 'someone@elsewhere' }, stack, 'staging', temporaryFolder())).toBe('another host');
  });

  it('knows the process of an apply by its journal', () => {
    const folder = temporaryFolder();
    const journal = journalFolder(folder, 'staging', 'state').begin([]);
    const now = { ...LOCK, created: new Date(Date.now() + 1000).toISOString() };

    expect(lockHolder(now, stack, 'staging', folder)).toBe('gone');
    journal.started(process.pid);
    expect(lockHolder(now, stack, 'staging', folder)).toBe('running');
  });

  it('does not take a plan for the apply before it', () => {
    const folder = temporaryFolder();
    journalFolder(folder, 'staging', 'state').begin([]);
    const now = { ...LOCK, operation: 'OperationTypePlan', created: new Date(Date.now() + 1000).toISOString() };

    expect(lockHolder(now, stack, 'staging', folder)).toBe('unknown');
  });
});

describe('the lock of a local state', () => {
  it.each([
    ['default', {}, 'terraform.tfstate'],
    ['default', { path: '../../x.tfstate' }, '../../x.tfstate'],
    ['staging', { path: '../../x.tfstate' }, 'terraform.tfstate.d/staging/terraform.tfstate'],
    ['staging', { workspace_dir: '../../x' }, '../../x/staging/terraform.tfstate'],
  ])('in workspace %s with %j is at %s', (workspace, settings, path) => {
    const stack = localStack(settings);

    expect(localStateFile(stack, workspace)).toBe(new URL(path, `file://${stack.directory}/`).pathname);
  });

  it('is not held when only the notice of a killed process is left', async () => {
    const stack = localStack();
    writeFiles(stack.directory, { 'terraform.tfstate': {}, '.terraform.tfstate.lock.info': INFO });

    expect(await readStateLock(stack, 'default', {})).toBeUndefined();
    expect(() => releaseLocalLock(stack, 'default', 'another')).toThrow("its lock is 'aaaa-bbbb'");
    releaseLocalLock(stack, 'default', 'aaaa-bbbb');
    expect(() => releaseLocalLock(stack, 'default', 'aaaa-bbbb')).toThrow('nobody holds it');
  });
});

describe('the lock of a state in S3', () => {
  const settings = { bucket: 'b', key: 'web.tfstate', workspace_key_prefix: 'environments' };

  it.each([
    ['staging', settings, 's3://b/environments/staging/web.tfstate.tflock'],
    ['default', settings, 's3://b/web.tfstate.tflock'],
    ['staging', { bucket: 'b', key: 'web.tfstate' }, 's3://b/env:/staging/web.tfstate.tflock'],
  ])('lies beside the state of workspace %s', (workspace, given, address) => {
    expect(s3LockAddress({ type: 's3', settings: given }, workspace)).toBe(address);
  });
});
