import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadWordPress, isWordPressVersion, type Fetch } from '../../../src/release';
import { temporaryFolder } from '../../support/temporary-folder';

const CONTENT = 'an archive';
const SUM = createHash('sha256').update(CONTENT).digest('hex');
const signal = new AbortController().signal;

function answering(body: string | null, status = 200): { fetch: Fetch; asked: string[] } {
  const asked: string[] = [];
  const fetch: Fetch = (url) => {
    asked.push(url);
    return Promise.resolve(new Response(body, { status }));
  };
  return { fetch, asked };
}

test('keeps a download under its checksum and does not ask again', async () => {
  const cache = join(temporaryFolder(), 'cache');
  const { fetch, asked } = answering(CONTENT);

  const path = await downloadWordPress('6.8.3', SUM, { cache, fetch, signal });
  const again = await downloadWordPress('6.8.3', SUM, { cache, fetch, signal });

  expect(readFileSync(path, 'utf8')).toBe(CONTENT);
  expect(again).toBe(path);
  expect(asked).toEqual(['https://wordpress.org/wordpress-6.8.3.tar.gz']);
  expect(readdirSync(cache)).toEqual([`${SUM}.tar.gz`]);
});

test('downloads again what was damaged in the cache', async () => {
  const cache = temporaryFolder();
  writeFileSync(join(cache, `${SUM}.tar.gz`), 'damaged');

  const path = await downloadWordPress('6.8.3', SUM, { cache, fetch: answering(CONTENT).fetch, signal });

  expect(readFileSync(path, 'utf8')).toBe(CONTENT);
});

test('keeps nothing that does not match the checksum', async () => {
  const cache = temporaryFolder();
  const wrong = '0'.repeat(64);

  await expect(downloadWordPress('6.8.3', wrong, { cache, fetch: answering(CONTENT).fetch, signal })).rejects.toThrow(
    new Error(
      `'--wordpress-sha256' must be the SHA-256 of https://wordpress.org/wordpress-6.8.3.tar.gz, which is ${SUM}, got ` +
        `${wrong}; compare both with an archive that you trust`,
    ),
  );
  expect(readdirSync(cache)).toEqual([]);
});

test.each<[string, Fetch, string]>([
  [
    'a version that is not there',
    answering('', 404).fetch,
    'and there is no https://wordpress.org/wordpress-6.8.3.tar.gz; check the version',
  ],
  ['an error of the server', answering('', 503).fetch, 'cannot be downloaded: it answers 503; download it yourself'],
  [
    'no network',
    () => Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') })),
    'cannot be downloaded: getaddrinfo ENOTFOUND; download it yourself and give the file',
  ],
  [
    'a connection that breaks',
    () =>
      Promise.resolve(new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) }))),
    'cannot be downloaded: reset; download it yourself',
  ],
])('says what to do about %s and keeps nothing', async (_case, fetch, message) => {
  const cache = temporaryFolder();

  await expect(downloadWordPress('6.8.3', SUM, { cache, fetch, signal })).rejects.toThrow(message);
  expect(readdirSync(cache)).toEqual([]);
});

test('an interrupted download says so', async () => {
  const cache = join(temporaryFolder(), 'cache');
  const fetch: Fetch = () => Promise.reject(new Error('aborted'));

  await expect(downloadWordPress('6.8.3', SUM, { cache, fetch, signal: AbortSignal.abort() })).rejects.toThrow(
    'interrupted; nothing was written',
  );
  expect(existsSync(join(cache, `${SUM}.tar.gz`))).toBe(false);
});

test('tells versions from files', () => {
  expect(['6.8', '6.8.3', '7.0-RC1', '10.0-beta2'].filter((text) => !isWordPressVersion(text))).toEqual([]);
  expect(['latest', 'wordpress.zip', '6', '6.8.3.zip', '../6.8'].filter(isWordPressVersion)).toEqual([]);
});
