import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { UserError } from '../../core/errors';
import type { Limits } from './limits';

/** Content of one file, as a piece of the spool. */
export interface Piece {
  readonly offset: number;
  readonly size: number;
  /** Hexadecimal SHA-256. */
  readonly sha256: string;
}

const CHUNK_BYTES = 256 * 1024;

/**
 * The contents of all files of a release behind each other in one temporary file.
 *
 * No name of an archive ever touches the file system this way, and memory stays small.
 */
export class Spool {
  private length = 0;

  private constructor(
    private readonly file: FileHandle,
    private readonly limits: Limits,
  ) {}

  static async open(path: string, limits: Limits): Promise<Spool> {
    return new Spool(await open(path, 'wx+', 0o600), limits);
  }

  /** @throws UserError when all contents together pass the limit */
  async append(content: AsyncIterable<Uint8Array | string>, label: string): Promise<Piece> {
    const offset = this.length;
    const hash = createHash('sha256');
    for await (const chunk of content) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      if (this.length + bytes.byteLength > this.limits.unpackedBytes) throw new UserError(this.tooMuch(label));
      hash.update(bytes);
      await this.write(bytes);
    }
    return { offset, size: this.length - offset, sha256: hash.digest('hex') };
  }

  async *read({ offset, size }: Piece): AsyncGenerator<Uint8Array> {
    for (let done = 0; done < size;) {
      const buffer = Buffer.allocUnsafe(Math.min(size - done, CHUNK_BYTES));
      const { bytesRead } = await this.file.read(buffer, 0, buffer.length, offset + done);
      if (bytesRead === 0) throw new Error('the spool of a release is shorter than what was written to it');
      yield buffer.subarray(0, bytesRead);
      done += bytesRead;
    }
  }

  /** The first bytes of a piece as text. */
  async head({ offset, size }: Piece, length: number): Promise<string> {
    const buffer = Buffer.alloc(Math.min(size, length));
    const { bytesRead } = await this.file.read(buffer, 0, buffer.length, offset);
    return buffer.toString('utf8', 0, bytesRead);
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  private async write(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.byteLength;) {
      const { bytesWritten } = await this.file.write(bytes, written, bytes.byteLength - written, this.length);
      written += bytesWritten;
      this.length += bytesWritten;
    }
  }

  private tooMuch(label: string): string {
    const megabytes = Math.round(this.limits.unpackedBytes / 2 ** 20);
    return `the files of a release must not pass ${megabytes} MiB unpacked, and '${label}' passes it; leave out what the site does not need`;
  }
}
