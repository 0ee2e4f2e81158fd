import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cloudTrail } from '../../../src/drift/attribution/cloud-trail';
import { recorded } from './support';

const QUERY = { by: 'ResourceName', value: 'media', region: 'eu-west-1', since: new Date(0) } as const;
const PUT = recorded({ name: 'PutBucketPolicy', parameters: { bucketName: 'media' } });

describe('the event history', () => {
  let server: Server;
  let requests: Record<string, unknown>[];
  let answer: (number: number) => [status: number, body: object];

  beforeEach(async () => {
    requests = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        requests.push(JSON.parse(body) as Record<string, unknown>);
        const [status, json] = answer(requests.length);
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(json));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });

  afterEach(() => new Promise((done) => server.close(done)));

  const look = (signal = new AbortController().signal) => {
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const keys = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
    return cloudTrail({ AWS_ENDPOINT_URL: endpoint, ...keys }, signal)(QUERY);
  };

  test('is read page by page', async () => {
    answer = (number) => [200, { Events: [{ CloudTrailEvent: PUT }], ...(number === 1 ? { NextToken: 'more' } : {}) }];

    expect(await look()).toEqual([PUT, PUT]);
    expect(requests).toEqual([
      expect.objectContaining({
        LookupAttributes: [{ AttributeKey: 'ResourceName', AttributeValue: 'media' }],
        MaxResults: 50,
      }),
      expect.objectContaining({ NextToken: 'more' }),
    ]);
  });

  test('that may not be read names the permission', async () => {
    answer = () => [400, { __type: 'AccessDeniedException', message: 'not authorized' }];

    await expect(look()).rejects.toThrow("not authorized; allow 'cloudtrail:LookupEvents' in eu-west-1");
  });

  test('is not asked after an interruption', async () => {
    answer = () => [200, { Events: [] }];

    await expect(look(AbortSignal.abort())).rejects.toThrow();
    expect(requests).toEqual([]);
  });
});
