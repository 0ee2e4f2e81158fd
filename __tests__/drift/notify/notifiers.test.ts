import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { githubIssues } from '../../../src/drift/notify/github-issues';
import type { News } from '../../../src/drift/notify/news';
import { topic } from '../../../src/drift/notify/topic';
import { webhook } from '../../../src/drift/notify/webhook';
import type { OpenFinding } from '../../../src/drift/life/open-finding';

const OPEN: OpenFinding = {
  fingerprint: 'f1',
  stack: 'web',
  address: 'aws_lb.site',
  type: 'aws_lb',
  class: 'revertable',
  severity: 'medium',
  paths: ['idle_timeout'],
  content: 'c',
  firstSeen: '2026-11-20T06:00:00.000Z',
};
const EVENT = { at: OPEN.firstSeen, kind: 'new', finding: OPEN } as const;
const NEWS: News = { environment: 'production', events: [EVENT], open: [OPEN], subject: 'subject', text: 'text' };
const RESOLVED: News = { ...NEWS, events: [{ ...EVENT, kind: 'resolved' }], open: [] };

interface Received {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server;
let address: string;
let received: Received[];
let answer: (line: string) => [status: number, body: string];

beforeEach(async () => {
  received = [];
  answer = () => [200, '{}'];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      const line = `${request.method ?? ''} ${request.url ?? ''}`;
      received.push({ line, headers: request.headers, body });
      const [status, text] = answer(line);
      response.writeHead(status).end(text);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => new Promise((done) => server.close(done)));

describe('a webhook', () => {
  test('gets the text', async () => {
    await webhook(`${address}/services/T0/secret`, fetch)(NEWS);

    expect(received).toEqual([expect.objectContaining({ line: 'POST /services/T0/secret', body: '{"text":"text"}' })]);
  });

  test.each([
    [
      'refuses',
      () => webhook(`${address}/secret`, fetch)(NEWS),
      'the webhook answered 404; check its address in the variable',
    ],
    ['is away', () => webhook('http://127.0.0.1:1/secret', fetch)(NEWS), 'the webhook cannot be reached: '],
  ])('that %s is told without its address', async (_case, run, message) => {
    answer = () => [404, 'no such hook'];

    const failed = await run().then(
      () => '',
      (error: Error) => error.message,
    );
    expect(failed).toContain(message);
    expect(failed).not.toContain('secret');
  });
});

test('a topic gets subject and text', async () => {
  answer = () => [200, '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>'];
  const keys = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

  await topic('arn:aws:sns:eu-west-1:123456789012:drift', { AWS_ENDPOINT_URL: address, ...keys })(NEWS);

  const sent = new URLSearchParams(received[0]?.body);
  expect(Object.fromEntries(sent)).toMatchObject({
    Action: 'Publish',
    TopicArn: 'arn:aws:sns:eu-west-1:123456789012:drift',
    Subject: 'subject',
    Message: 'text',
  });
});

describe('issues on GitHub', () => {
  const repository = () => ({ name: 'acme/site', token: 'planted-token', api: address });
  const lines = (): string[] => received.map(({ line }) => line);
  const FIND = 'GET /repos/acme/site/issues?state=all&per_page=1&labels=drift-production-web';

  test('the first finding of a stack opens one', async () => {
    answer = (line) => [200, line.startsWith('GET') ? '[]' : '{"number":7}'];

    await githubIssues(repository(), fetch)(NEWS);

    expect(lines()).toEqual([FIND, 'POST /repos/acme/site/issues']);
    expect(received[1]?.headers.authorization).toBe('Bearer planted-token');
    expect(JSON.parse(received[1]?.body ?? '')).toMatchObject({
      title: 'Drift: production, stack web',
      labels: ['drift-production-web'],
      body: expect.stringContaining('medium, revertable: `aws_lb.site` (`idle_timeout`)') as string,
    });
  });

  test('a change comments on it, brings it up to date and opens it again', async () => {
    answer = (line) => [200, line.startsWith('GET') ? '[{"number":7,"state":"closed"}]' : '{}'];

    await githubIssues(repository(), fetch)(NEWS);

    expect(lines()).toEqual([FIND, 'POST /repos/acme/site/issues/7/comments', 'PATCH /repos/acme/site/issues/7']);
    expect(JSON.parse(received[2]?.body ?? '')).toMatchObject({ state: 'open' });
  });

  test('the last finding resolved closes it', async () => {
    answer = (line) => [200, line.startsWith('GET') ? '[{"number":7,"state":"open"}]' : '{}'];

    await githubIssues(repository(), fetch)(RESOLVED);

    expect(JSON.parse(received[2]?.body ?? '')).toEqual({ state: 'closed', state_reason: 'completed' });
  });

  test('nothing is opened for what is gone already', async () => {
    answer = () => [200, '[]'];

    await githubIssues(repository(), fetch)(RESOLVED);

    expect(lines()).toEqual([FIND]);
  });

  test('a token that may not is told without it', async () => {
    answer = () => [403, '{"message":"Resource not accessible by integration"}'];

    await expect(githubIssues(repository(), fetch)(NEWS)).rejects.toThrow(
      new Error(
        "GitHub refuses GET of issues of 'acme/site': 403 Resource not accessible by integration; " +
          "give GITHUB_TOKEN the permission 'issues: write'",
      ),
    );
  });
});
