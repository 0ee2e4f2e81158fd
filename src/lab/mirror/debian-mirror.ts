import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Hosts that are passed on; everything else answers 403. */
const HOSTS = new Set(['deb.debian.org', 'security.debian.org']);
const FETCH_TIMEOUT_MS = 120_000;

interface Waiting {
  readonly done: Promise<void>;
}

/**
 * A mirror of Debian that keeps what it has fetched: packages for ever, lists until upstream has newer ones.
 *
 * It serves proxies' requests (a whole address) and servers' (a Host header) alike. Without a network what was fetched
 * before is served.
 */
export function debianMirror(cacheDirectory: string): Server {
  mkdirSync(cacheDirectory, { recursive: true });
  const fetching = new Map<string, Waiting>();
  return createServer((request, response) => {
    serve(request, response, cacheDirectory, fetching).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(502);
      response.end(error instanceof Error ? error.message : '');
    });
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  cacheDirectory: string,
  fetching: Map<string, Waiting>,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'deb.debian.org'}`);
  if (!HOSTS.has(url.hostname) || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(403).end();
    return;
  }
  const address = `http://deb.debian.org${url.pathname.replaceAll('//', '/')}`;
  const file = join(cacheDirectory, createHash('sha256').update(address).digest('hex'));
  if (!(existsSync(file) && isImmutable(url.pathname))) {
    const status = await once(fetching, address, file);
    if (status !== 200 && !(status === 0 && existsSync(file))) {
      response.writeHead(status === 0 ? 504 : status).end();
      return;
    }
  }
  await answer(request, response, file);
}

/** Packages and lists named by their digest never change. */
function isImmutable(path: string): boolean {
  return path.includes('/by-hash/') || /\.(deb|udeb|dsc|tar\.[a-z0-9]+)$/.test(path);
}

/** Fetches an address at most once at a time; answers its status, 0 when nobody answered. */
async function once(fetching: Map<string, Waiting>, address: string, file: string): Promise<number> {
  const running = fetching.get(address);
  if (running !== undefined) {
    await running.done;
    if (existsSync(file)) return 200;
  }
  let finish = (): void => undefined;
  fetching.set(address, { done: new Promise((resolve) => (finish = resolve)) });
  try {
    return await download(address, file);
  } finally {
    fetching.delete(address);
    finish();
  }
}

async function download(address: string, file: string): Promise<number> {
  const headers = existsSync(file) ? { 'if-modified-since': statSync(file).mtime.toUTCString() } : undefined;
  let upstream: Response;
  try {
    upstream = await fetch(address, { headers, signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  } catch {
    return 0;
  }
  if (upstream.status === 304) return 200;
  if (upstream.status !== 200 || upstream.body === null) {
    await upstream.body?.cancel();
    return upstream.status;
  }
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    await pipeline(Readable.fromWeb(upstream.body), createWriteStream(draft));
    renameSync(draft, file);
    return 200;
  } finally {
    rmSync(draft, { force: true });
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, file: string): Promise<void> {
  const { size, mtime } = statSync(file);
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  if (since >= Math.floor(mtime.getTime() / 1000) * 1000) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, { 'content-length': size, 'last-modified': mtime.toUTCString() });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file), response);
}
