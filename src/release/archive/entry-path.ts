import { UserError } from '../../core/errors';

const LONGEST_NAME_BYTES = 255;
const LONGEST_PATH_BYTES = 1024;

/**
 * The path of an archive's member, relative and without `.` and double slashes; empty for the top itself.
 *
 * @throws UserError when the name leads out of the folder it is unpacked into, or no file system holds it everywhere
 */
export function entryPath(name: string, archive: string): string {
  const refuse = (why: string): never => {
    throw new UserError(`'${archive}' holds ${JSON.stringify(name)}, which ${why}; repack it without that`);
  };
  if (/^[/\\]/.test(name) || /^[A-Za-z]:/.test(name)) refuse('is an absolute path');
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) refuse("leads out of its folder by '..'");
  if (/[\p{Cc}\\]/u.test(name)) refuse('has a control character or a backslash in its name');
  if (name.includes('\uFFFD')) refuse('is not named in UTF-8');
  if (parts.some((part) => Buffer.byteLength(part) > LONGEST_NAME_BYTES)) {
    refuse(`has a name of more than ${LONGEST_NAME_BYTES} bytes`);
  }
  const path = parts.join('/');
  if (Buffer.byteLength(path) > LONGEST_PATH_BYTES) refuse(`has a path of more than ${LONGEST_PATH_BYTES} bytes`);
  return path;
}

/** What a path is on a file system that tells neither case nor spelling of accents apart. */
export function foldedPath(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}

/** The folder of a path; empty at the top. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders above a path, outermost first, without the top. */
export function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}

/** Two names behind each other, either of which may be empty. */
export function joined(folder: string, path: string): string {
  return folder === '' || path === '' ? folder + path : `${folder}/${path}`;
}
