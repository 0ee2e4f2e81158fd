import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UserError } from '../../core/errors';
import { sha256OfFile } from '../digest';
import { DOWNLOAD_LIMIT_BYTES } from '../archive/limits';

/** The part of `fetch` that downloads use. */
export type Fetch = (url: string, options: { readonly signal: AbortSignal }) => Promise<Response>;

/** Where a download is kept, and how to get it. */
export interface DownloadOptions {
  /** Archives by their SHA-256; they never change, so that they are downloaded once. */
  readonly cache: string;
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
}

const WITHIN_MS = 300_000;

/** Whether a text is a version of WordPress, such as `6.8.3` or `7.0-RC1`. */
export function isWordPressVersion(text: string): boolean {
  return /^\d{1,2}\.\d{1,2}(\.\d{1,3})?(-(alpha|beta|RC)\d*)?$/.test(text);
}

/** Where wordpress.org has a version. */
export function wordpressUrl(version: string): string {
  return `https://wordpress.org/wordpress-${version}.tar.gz`;
}

/**
 * Downloads a version of WordPress, or finds it in the cache; answers the path of the archive.
 *
 * @throws UserError when it can't be downloaded, or is not what the checksum says; nothing is kept then
 */
export async function downloadWordPress(version: string, sha256: string, options: DownloadOptions): Promise<string> {
  const path = join(options.cache, `${sha256}.tar.gz`);
  if (existsSync(path) && (await sha256OfFile(path)) === sha256) return path;
  const url = wordpressUrl(version);
  await mkdir(options.cache, { recursive: true });
  const part = `${path}.${process.pid}.part`;
  try {
    const actual = await save(await get(url, options), part, url);
    if (actual !== sha256) {
      throw new UserError(
        `'--wordpress-sha256' must be the SHA-256 of ${url}, which is ${actual}, got ${sha256}; ` +
          'compare both with an archive that you trust',
      );
    }
    await rename(part, path);
    return path;
  } catch (error) {
    if (options.signal.aborted) throw new UserError('interrupted; nothing was written');
    throw error;
  } finally {
    await rm(part, { force: true });
  }
}

async function get(url: string, { fetch, signal }: DownloadOptions): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]) });
  } catch (error) {
    throw unreachable(url, causeOf(error));
  }
  if (response.status === 404) {
    throw new UserError(
      `'--wordpress' must be a file or a version that wordpress.org has, and there is no ${url}; check the version`,
    );
  }
  if (!response.ok || response.body === null) throw unreachable(url, `it answers ${response.status}`);
  return response;
}

/** Writes the body into a file and answers its SHA-256. */
async function save(response: Response, path: string, url: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'w', 0o644);
  let bytes = 0;
  try {
    for await (const chunk of chunksOf(response, url)) {
      bytes += chunk.byteLength;
      if (bytes > DOWNLOAD_LIMIT_BYTES) throw unreachable(url, `it has more than ${DOWNLOAD_LIMIT_BYTES} bytes`);
      hash.update(chunk);
      await file.appendFile(chunk);
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

async function* chunksOf(response: Response, url: string): AsyncGenerator<Uint8Array> {
  try {
    yield* response.body as unknown as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw unreachable(url, causeOf(error));
  }
}

function unreachable(url: string, why: string): UserError {
  return new UserError(`${url} cannot be downloaded: ${why}; download it yourself and give the file to '--wordpress'`);
}

/** What lies behind the general words of `fetch`. */
function causeOf(error: unknown): string {
  return error instanceof Error && error.cause !== undefined ? messageOf(error.cause) : messageOf(error);
}
