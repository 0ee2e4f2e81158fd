import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { messageOf, UserError } from '../../core/errors';
import { isExecutable, type ArchiveMember } from './archive-member';

/** Reads a `.tar.gz` as a stream; tar-stream refuses names that would fill the memory. */
export async function* readTar(path: string, label: string): AsyncGenerator<ArchiveMember> {
  const archive = extract();
  const fed = pipeline(createReadStream(path), createGunzip(), archive).catch(() => undefined);
  try {
    for await (const entry of archive) {
      yield memberOf(entry.header, contentOf(entry as AsyncIterable<Uint8Array>, label), label);
      entry.resume();
    }
  } catch (error) {
    throw unsound(label, error);
  } finally {
    archive.destroy();
    await fed;
  }
}

function memberOf(header: Header, content: AsyncIterable<Uint8Array>, label: string): ArchiveMember {
  const { name, type, mode } = header;
  // absent in a header without one, whatever its type says
  const target = (header.linkname as string | null) ?? '';
  switch (type) {
    case 'directory':
      return { kind: 'folder', name };
    case 'file':
    case 'contiguous-file':
      return { kind: 'file', name, executable: isExecutable(mode), content };
    case 'symlink':
      return { kind: 'link', name, target };
    case 'link':
      return { kind: 'copy', name, target };
    default:
      throw new UserError(
        `'${label}' holds ${JSON.stringify(name)}, which must be a file, folder or link, got ${(type as string | null) ?? 'an unknown type'}; ` +
          'repack it without that',
      );
  }
}

async function* contentOf(entry: AsyncIterable<Uint8Array>, label: string): AsyncGenerator<Uint8Array> {
  try {
    yield* entry;
  } catch (error) {
    throw unsound(label, error);
  }
}

function unsound(label: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  return new UserError(`'${label}' is no sound .tar.gz archive: ${messageOf(error)}; download or pack it again`);
}
