import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached, contentHash, labCacheDirectory } from '../../src/lab/images/image-cache';

let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lab-cache-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function making(content: string): (folder: string) => Promise<string> {
  return (folder) => {
    writeFileSync(join(folder, 'draft'), content);
    return Promise.resolve(join(folder, 'draft'));
  };
}

test('makes a thing once', async () => {
  await cached(directory, 'image', making('first'));
  const path = await cached(directory, 'image', making('second'));

  expect(readFileSync(path, 'utf8')).toBe('first');
  expect(readdirSync(directory)).toEqual(['image']);
});

test('takes what another process has made meanwhile', async () => {
  const path = await cached(directory, 'image', (folder) => {
    mkdirSync(join(directory, 'image', 'theirs'), { recursive: true });
    mkdirSync(join(folder, 'ours'));
    return Promise.resolve(join(folder, 'ours'));
  });

  expect(readdirSync(path)).toEqual(['theirs']);
  expect(readdirSync(directory)).toEqual(['image']);
});

test('a build that fails leaves nothing', async () => {
  const failing = (folder: string): Promise<string> => {
    writeFileSync(join(folder, 'half'), '');
    return Promise.reject(new Error('no space'));
  };

  await expect(cached(directory, 'image', failing)).rejects.toThrow('no space');
  expect(readdirSync(directory)).toEqual([]);
});

test('removes what a killed build left, and leaves a running one alone', async () => {
  const [dead, alive] = ['.building-999999999-a', `.building-${process.pid}-b`];
  for (const name of [dead, alive]) mkdirSync(join(directory, name));

  await cached(directory, 'image', making(''));

  expect(existsSync(join(directory, dead))).toBe(false);
  expect(existsSync(join(directory, alive))).toBe(true);
});

test('the name of a recipe changes with whatever is in it', () => {
  const recipe = { packages: ['a'], files: [{ path: '/a', content: 'x' }] };

  expect(contentHash(recipe)).toMatch(/^[0-9a-f]{16}$/);
  expect(contentHash({ ...recipe, packages: ['a', 'b'] })).not.toBe(contentHash(recipe));
  expect(contentHash({ ...recipe })).toBe(contentHash(recipe));
});

test('lies where the user keeps caches', () => {
  expect(labCacheDirectory({ HOME: '/home/ann' })).toBe('/home/ann/.cache/wordpress-ha/lab');
  expect(labCacheDirectory({ HOME: '/home/ann', XDG_CACHE_HOME: '/caches' })).toBe('/caches/wordpress-ha/lab');
});
