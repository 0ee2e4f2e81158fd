import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Hexadecimal SHA-256 of a text or of a stream's bytes. */
export async function sha256Of(content: string | AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  if (typeof content === 'string') return hash.update(content).digest('hex');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest('hex');
}

/** Hexadecimal SHA-256 of a file. */
export function sha256OfFile(path: string): Promise<string> {
  return sha256Of(createReadStream(path) as AsyncIterable<Uint8Array>);
}
