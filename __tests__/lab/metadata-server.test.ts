import type { AddressInfo } from 'node:net';
import { metadataServer, type MetadataTree } from '../../src/lab/inside/cloud/metadata-server';

const TREE: MetadataTree = {
  'meta-data': { 'instance-id': 'i-1', tags: { instance: { role: 'web', 'aws:autoscaling:groupName': 'g' } } },
  'user-data': Buffer.from([0x1f, 0x8b, 0x00]),
};
const server = metadataServer({ treeOf: () => TREE, log: () => undefined });
let base = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return fetch(`${base}${path}`, { method, headers });
}

async function token(seconds = '60'): Promise<Record<string, string>> {
  const answer = await ask('/latest/api/token', { 'x-aws-ec2-metadata-token-ttl-seconds': seconds }, 'PUT');
  return { 'x-aws-ec2-metadata-token': await answer.text() };
}

test('refuses whoever has no session token', async () => {
  expect((await ask('/latest/meta-data/instance-id')).status).toBe(401);
  expect((await ask('/latest/meta-data/instance-id', { 'x-aws-ec2-metadata-token': 'guessed' })).status).toBe(401);
});

test('answers with a token', async () => {
  expect(await (await ask('/latest/meta-data/instance-id', await token())).text()).toBe('i-1');
});

test('a token ends when its time is over', async () => {
  const headers = await token('1');
  await new Promise((resolve) => setTimeout(resolve, 1100));

  expect((await ask('/latest/meta-data/instance-id', headers)).status).toBe(401);
});

test.each(['0', '21601', 'x'])('gives no token for %s seconds', async (seconds) => {
  const headers = { 'x-aws-ec2-metadata-token-ttl-seconds': seconds };

  expect((await ask('/latest/api/token', headers, 'PUT')).status).toBe(400);
});

test('gives no token to a request that came through a proxy', async () => {
  const headers = { 'x-aws-ec2-metadata-token-ttl-seconds': '60', 'x-forwarded-for': '10.0.0.1' };

  expect((await ask('/latest/api/token', headers, 'PUT')).status).toBe(403);
});

test('lists a folder as EC2 does, folders with a slash', async () => {
  expect(await (await ask('/latest/meta-data/', await token())).text()).toBe('instance-id\ntags/');
});

test('finds a tag whose key holds colons', async () => {
  expect(await (await ask('/latest/meta-data/tags/instance/aws:autoscaling:groupName', await token())).text()).toBe(
    'g',
  );
});

test('hands over user data byte for byte', async () => {
  const body = await (await ask('/latest/user-data', await token())).arrayBuffer();

  expect([...new Uint8Array(body)]).toEqual([0x1f, 0x8b, 0x00]);
});

test.each(['/latest/meta-data/none', '/latest/meta-data/__proto__', '/2001-01-01/meta-data'])(
  'does not know %s',
  async (path) => {
    expect((await ask(path, await token())).status).toBe(404);
  },
);
