import { createReadStream } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../core/errors';
import { isExecutable, isLeftOut, type ArchiveMember } from './archive-member';
import { joined } from './entry-path';

/** Reads everything below a folder, as members of an archive whose top folder is `top`. */
export async function* readFolder(folder: string, top: string): AsyncGenerator<ArchiveMember> {
  yield { kind: 'folder', name: top };
  for (const name of (await readdir(folder)).toSorted()) {
    if (isLeftOut(name)) continue;
    const path = join(folder, name);
    const inside = joined(top, name);
    const status = await lstat(path);
    if (status.isDirectory()) yield* readFolder(path, inside);
    else if (status.isSymbolicLink()) yield { kind: 'link', name: inside, target: await readlink(path) };
    else if (status.isFile()) {
      yield { kind: 'file', name: inside, executable: isExecutable(status.mode), content: contentOf(path) };
    } else {
      throw new UserError(`'${path}' must be a file, folder or link; move it out of the folder`);
    }
  }
}

/** Opens the file only when somebody reads it. */
async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>;
}
