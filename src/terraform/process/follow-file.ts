import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 64 * 1024;

/** Reads a file that another process is writing, line by line. */
export interface FileFollower {
  /** Reads what is there and stops. */
  stop(): void;
}

/** Calls `onLine` for each whole line, those already there included. */
export function followFile(path: string, onLine: (line: string) => void, everyMilliseconds = 200): FileFollower {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(CHUNK_BYTES);
  let rest: Buffer = Buffer.alloc(0);
  const read = (): void => {
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      rest = Buffer.concat([rest, buffer.subarray(0, length)]);
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        onLine(rest.subarray(0, end).toString('utf8'));
        rest = rest.subarray(end + 1);
      }
    }
  };
  const timer = setInterval(read, everyMilliseconds);
  return {
    stop() {
      clearInterval(timer);
      read();
      closeSync(file);
    },
  };
}
