import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../../core/errors';
import type { StackAssembly } from '../assembly';
import { backendOf } from '../backend';
import { parseObject, textOf } from '../json';

/** The state file of a stack with a local backend, as Terraform chooses it. */
export function localStateFile(stack: StackAssembly, workspace: string): string {
  const { settings } = backendOf(stack);
  if (workspace === 'default') return resolve(stack.directory, textOf(settings, 'path') ?? 'terraform.tfstate');
  return resolve(
    stack.directory,
    textOf(settings, 'workspace_dir') ?? 'terraform.tfstate.d',
    workspace,
    'terraform.tfstate',
  );
}

/** The file in which Terraform says who holds the lock of a local state. */
export function localLockFile(stack: StackAssembly, workspace: string): string {
  const state = localStateFile(stack, workspace);
  return join(dirname(state), `.${basename(state)}.lock.info`);
}

/**
 * Whether a process holds the lock of a local state; undefined where the system does not tell.
 *
 * The lock itself is on the state file and ends with its process; the file beside it is only a notice, which a killed
 * process leaves behind.
 */
export function isLocalStateLocked(stateFile: string): boolean | undefined {
  if (!existsSync('/proc/locks') || !existsSync(stateFile)) return undefined;
  const inode = `:${statSync(stateFile).ino} `;
  return readFileSync('/proc/locks', 'utf8')
    .split('\n')
    .some((line) => line.includes(inode));
}

/**
 * Removes the notice that a killed Terraform left beside a local state.
 *
 * @throws UserError when nobody holds the lock, or a running process does, or its id is another
 */
export function releaseLocalLock(stack: StackAssembly, workspace: string, lockId: string): void {
  const file = localLockFile(stack, workspace);
  const id = existsSync(file) ? textOf(parseObject(readFileSync(file, 'utf8')) ?? {}, 'ID') : undefined;
  if (id !== lockId) {
    throw new UserError(
      `stack '${stack.name}' has no lock '${lockId}'; ${id === undefined ? 'nobody holds it' : `its lock is '${id}'`}`,
    );
  }
  if (isLocalStateLocked(localStateFile(stack, workspace)) === true) {
    throw new UserError(
      `stack '${stack.name}': a running process holds lock '${lockId}' on its local state; end that process`,
    );
  }
  rmSync(file);
}
