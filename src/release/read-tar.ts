import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { messageOf, UserError } from '../core/errors';
import { isExecutable, type ArchiveMember } from './archive-member';

/** Headers take a kilobyte or two a file; names that are longer than this together are an attack on the memory. */
const MOST_UNCLAIMED_BYTES = 16 * 2 ** 20;
const HEADER_BYTES = 2048;

/** Reads a `.tar.gz` as a stream. */
export async function* readTar(path: string, label: string): AsyncGenerator<ArchiveMember> {
  const archive = extract();
  const guard = new HeaderGuard(label);
  const fed = pipeline(createReadStream(path), createGunzip(), guard, archive).catch(() => undefined);
  try {
    for await (const entry of archive) {
      guard.claim(entry.header.size);
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

/** Lets bytes through as long as most of them belong to files: a long name is held in memory, a file is not. */
class HeaderGuard extends Transform {
  private unclaimed = 0;

  constructor(private readonly label: string) {
    super();
  }

  /** So many of the bytes to come are a file's. */
  claim(size: number): void {
    this.unclaimed -= size + HEADER_BYTES;
  }

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error: Error | null, chunk?: Buffer) => void,
  ): void {
    this.unclaimed += chunk.byteLength;
    if (this.unclaimed <= MOST_UNCLAIMED_BYTES) return done(null, chunk);
    done(new UserError(`'${this.label}' holds names of more than 16 MiB; repack it`));
  }
}
