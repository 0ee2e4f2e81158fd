import { Transform } from 'node:stream';

/** A byte of the time in a gzip file's head: nothing but a checksum of the whole file tells that it is another. */
const OFFSET = 4;

/** A stream that changes one byte of what passes through it. */
export function oneByteOff(): Transform {
  let position = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const at = OFFSET - position;
      position += chunk.length;
      if (at < 0 || at >= chunk.length) return done(null, chunk);
      const changed = Buffer.from(chunk);
      changed.writeUInt8(chunk.readUInt8(at) ^ 1, at);
      return done(null, changed);
    },
  });
}
