import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { UserError } from '../../core/errors';
import { isLeftOut, type ArchiveMember } from './archive-member';
import { CodeTree } from './code-tree';
import { entryPath } from './entry-path';
import { fileError } from '../file-errors';
import type { Limits } from './limits';
import { readFolder } from './read-folder';
import { readTar } from './read-tar';
import { readZip } from './read-zip';
import type { Spool } from './spool';

/** Where contents go, and what there may be of them. */
export interface Workshop {
  readonly spool: Spool;
  readonly limits: Limits;
  readonly signal: AbortSignal;
}

/**
 * Reads an archive (`.tar.gz` or `.zip`, told by its first bytes) or a folder into a tree.
 *
 * @throws UserError when it is neither, damaged, or holds what must not be in a release
 */
export async function readSource(path: string, workshop: Workshop): Promise<CodeTree> {
  const label = basename(resolve(path));
  const tree = new CodeTree(label, workshop.limits);
  for await (const member of await membersOf(path, label)) {
    interruptible(workshop.signal);
    const inside = entryPath(member.name, label);
    if (isLeftOut(inside)) continue;
    await add(tree, inside, member, label, workshop);
  }
  return tree;
}

/** @throws UserError once the run was interrupted */
export function interruptible(signal: AbortSignal): void {
  if (signal.aborted) throw new UserError('interrupted; nothing was written');
}

async function add(
  tree: CodeTree,
  path: string,
  member: ArchiveMember,
  label: string,
  { spool }: Workshop,
): Promise<void> {
  if (member.kind === 'folder') tree.add(path, { kind: 'folder' });
  if (member.kind === 'link') tree.add(path, { kind: 'link', target: member.target });
  if (member.kind === 'file') {
    const content = await spool.append(member.content, label);
    tree.add(path, { kind: 'file', content, executable: member.executable });
  }
  if (member.kind === 'copy') {
    const original = tree.get(entryPath(member.target, label));
    if (original?.kind !== 'file') {
      throw new UserError(
        `'${label}' holds '${path}' as another name of '${member.target}', which is no file before it; repack it`,
      );
    }
    tree.add(path, original);
  }
}

async function membersOf(path: string, label: string): Promise<AsyncIterable<ArchiveMember>> {
  const kind = await kindOf(path);
  if (kind === 'folder') return readFolder(path, label);
  return kind === 'tar' ? readTar(path, label) : readZip(path, label);
}

async function kindOf(path: string): Promise<'folder' | 'tar' | 'zip'> {
  let first: Buffer;
  try {
    if ((await stat(path)).isDirectory()) return 'folder';
    const file = await open(path);
    try {
      first = (await file.read(Buffer.alloc(4), 0, 4, 0)).buffer;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileError(error);
  }
  if (first[0] === 0x1f && first[1] === 0x8b) return 'tar';
  if (first[0] === 0x50 && first[1] === 0x4b) return 'zip';
  throw new UserError(`'${path}' must be a .tar.gz archive, a .zip archive or a folder; pack it as one of these`);
}
