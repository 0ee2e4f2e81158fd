import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bucketExists } from '../../src/cli/session/state-bucket';

const STATE = { type: 's3', bucket: 'states', region: 'eu-central-1' } as const;
let server: Server;
let seen: string[];

/** Stands in for S3 and gives one answer to everything. */
async function ask(status: number): Promise<boolean> {
  seen = [];
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization?.includes('AKIAEXAMPLE') === true}`);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return bucketExists(STATE, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
  });
}

afterEach(() => {
  server?.close();
});

test.each([
  [200, true],
  [404, false],
])('status %i means %s, asked with the credentials of the run', async (status, exists) => {
  expect(await ask(status)).toBe(exists);
  expect(seen).toEqual(['HEAD /states/ true']);
});

test.each([
  [403, "the state bucket 'states' exists but these credentials may not use it"],
  [301, "the state bucket 'states' is not in region 'eu-central-1'; correct 'state.region'"],
])('status %i is explained', async (status, message) => {
  await expect(ask(status)).rejects.toThrow(message);
});

test('a location without a bucket is refused', async () => {
  await expect(bucketExists({ type: 's3' }, {})).rejects.toThrow("'state' needs 'bucket' and 'region' for type s3");
});
