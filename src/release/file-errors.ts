import { UserError } from '../core/errors';
import { objectOf } from '../terraform/json';

/** What a person can do about an error of the file system; any other error is returned as it is. */
export function fileError(error: unknown): unknown {
  const { code, path, syscall, message } = objectOf(error);
  // streams and sockets have codes too, but no call of the system behind them
  if (error instanceof UserError || typeof code !== 'string' || syscall === undefined) return error;
  const place = typeof path === 'string' ? `'${path}'` : 'the folder of the release';
  const advice: Readonly<Record<string, string>> = {
    ENOENT: 'check the path',
    EACCES: 'check the permissions',
    EROFS: 'choose another folder',
    ENOSPC: 'free space, or choose another folder',
  };
  return new UserError(`${place} cannot be read or written: ${String(message)}; ${advice[code] ?? 'check the path'}`);
}
