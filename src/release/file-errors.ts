import { UserError } from '../core/errors';

/** What a person can do about an error of the file system; any other error is returned as it is. */
export function fileError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  // streams and sockets have codes too, but no call of the system behind them
  if (code === undefined || syscall === undefined) return error;
  const place = path === undefined ? 'the folder of the release' : `'${path}'`;
  const advice: Readonly<Record<string, string>> = {
    ENOENT: 'check the path',
    EACCES: 'check the permissions',
    EROFS: 'choose another folder',
    ENOSPC: 'free space, or choose another folder',
  };
  return new UserError(`${place} cannot be read or written: ${error.message}; ${advice[code] ?? 'check the path'}`);
}
