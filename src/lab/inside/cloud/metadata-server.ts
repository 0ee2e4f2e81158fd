import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A document of the metadata service: text, bytes, or a folder of documents. */
export type MetadataTree = string | Buffer | { readonly [name: string]: MetadataTree };

/** What the service asks about whoever calls. */
export interface MetadataSource {
  /** What the instance at this address sees below `/latest`; undefined when there is none. */
  treeOf(address: string): MetadataTree | undefined;
  /** Told every request. */
  log(line: string): void;
}

const MOST_SECONDS = 21_600;
const VERSIONS = ['latest', '2021-03-23', '2009-04-04'];

/** Instance metadata, version 2: only with a session token, and to each instance what is its own. */
export function metadataServer(source: MetadataSource): Server {
  const tokens = new Map<string, { readonly address: string; readonly until: number }>();
  return createServer((request, response) => {
    const address = (request.socket.remoteAddress ?? '').replace('::ffff:', '');
    const [status, body, headers] = answer(request, address, tokens, source);
    source.log(`${address} ${request.method} ${request.url} ${status}`);
    send(response, status, body, headers);
  });
}

type Answer = readonly [status: number, body: string | Buffer, headers?: Readonly<Record<string, string>>];

function answer(
  request: IncomingMessage,
  address: string,
  tokens: Map<string, { readonly address: string; readonly until: number }>,
  source: MetadataSource,
): Answer {
  const tree = source.treeOf(address);
  if (tree === undefined) return [404, ''];
  const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
  if (request.method === 'PUT' && path === '/latest/api/token') {
    const seconds = Number(request.headers['x-aws-ec2-metadata-token-ttl-seconds']);
    // a request that came through a proxy gets none
    if (request.headers['x-forwarded-for'] !== undefined) return [403, ''];
    if (!(seconds >= 1 && seconds <= MOST_SECONDS)) return [400, ''];
    const token = randomBytes(40).toString('base64');
    tokens.set(token, { address, until: Date.now() + seconds * 1000 });
    return [200, token, { 'x-aws-ec2-metadata-token-ttl-seconds': String(seconds) }];
  }
  if (request.method !== 'GET') return [405, ''];
  const session = tokens.get(String(request.headers['x-aws-ec2-metadata-token'] ?? ''));
  if (session === undefined || session.address !== address || session.until < Date.now()) return [401, ''];
  return document(
    tree,
    path.split('/').filter((part) => part !== ''),
  );
}

function document(tree: MetadataTree, path: readonly string[]): Answer {
  const [version, ...names] = path;
  if (version === undefined) return [200, VERSIONS.join('\n')];
  if (!VERSIONS.includes(version)) return [404, ''];
  let found: MetadataTree | undefined = tree;
  for (const name of names) found = isFolder(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  if (found === undefined) return [404, ''];
  if (!isFolder(found)) return [200, found];
  return [
    200,
    Object.entries(found)
      .map(([name, inner]) => (isFolder(inner) ? `${name}/` : name))
      .join('\n'),
  ];
}

function isFolder(tree: MetadataTree | undefined): tree is { readonly [name: string]: MetadataTree } {
  return typeof tree === 'object' && !Buffer.isBuffer(tree);
}

function send(response: ServerResponse, status: number, body: string | Buffer, headers = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain', server: 'EC2ws', ...headers });
  response.end(body);
}
