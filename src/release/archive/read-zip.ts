import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { messageOf, UserError } from '../../core/errors';
import { isExecutable, type ArchiveMember } from './archive-member';
import { crc32 } from './crc32';

const MADE_ON_UNIX = 3;
const TYPE_BITS = 0o170000;
const LINK = 0o120000;
const FOLDER = 0o040000;
const FILE = 0o100000;
const LONGEST_TARGET_BYTES = 4096;

/** Reads a `.zip` by its table of contents, one member at a time. */
export async function* readZip(path: string, label: string): AsyncGenerator<ArchiveMember> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    for await (const entry of zip.eachEntry()) yield await memberOf(zip, entry, label);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw unsound(label, messageOf(error));
  } finally {
    zip?.close();
  }
}

async function memberOf(zip: ZipFile, entry: Entry, label: string): Promise<ArchiveMember> {
  const { fileName: name } = entry;
  const mode = entry.versionMadeBy >>> 8 === MADE_ON_UNIX ? entry.externalFileAttributes >>> 16 : 0;
  const type = mode & TYPE_BITS;
  if (name.endsWith('/') || type === FOLDER) return { kind: 'folder', name };
  if (type === LINK) return { kind: 'link', name, target: await targetOf(zip, entry, label) };
  if (type !== FILE && type !== 0) {
    throw new UserError(
      `'${label}' holds ${JSON.stringify(name)}, which must be a file, folder or link; repack it without that`,
    );
  }
  return { kind: 'file', name, executable: isExecutable(mode), content: checked(zip, entry, label) };
}

async function targetOf(zip: ZipFile, entry: Entry, label: string): Promise<string> {
  if (entry.uncompressedSize > LONGEST_TARGET_BYTES) throw unsound(label, `the link ${entry.fileName} is too long`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of checked(zip, entry, label)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The content of a file; yauzl checks its length, and this its checksum. */
async function* checked(zip: ZipFile, entry: Entry, label: string): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  try {
    const content = (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>;
    for await (const chunk of content) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw unsound(label, `${entry.fileName}: ${messageOf(error)}`);
  }
  if (checksum !== entry.crc32) throw unsound(label, `${entry.fileName} does not match its checksum`);
}

function unsound(label: string, why: string): UserError {
  return new UserError(`'${label}' is no sound .zip archive: ${why}; download or pack it again`);
}
