import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { extract, type Header } from 'tar-stream';
import { CodeTree } from '../../../src/release/archive/code-tree';
import { LIMITS } from '../../../src/release/archive/limits';
import { readSource } from '../../../src/release/archive/read-source';
import { timeOf, writeArchive, type WrittenArchive } from '../../../src/release/archive/write-archive';
import { tarFiles, workshop, zipFiles, type Files } from '../support';
import { temporaryFolder } from '../../support/temporary-folder';

/** Names of a tree, no two of which mean the same place. */
const FILES = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,3}(\/[a-z\u4e2d ]{1,60}x){0,3}$/), fc.string({ maxLength: 50 })), {
    selector: ([path]) => path,
    maxLength: 12,
  })
  .map((list) => list.filter(([path]) => !list.some(([other]) => other.startsWith(`${path}/`))));

async function packed(path: string, order: readonly (readonly [string, string])[]): Promise<[WrittenArchive, Buffer]> {
  const shop = await workshop();
  const tree = await readSource(await tarFiles(path, Object.fromEntries(order)), shop);
  const output = join(temporaryFolder(), 'code.tar.gz');
  return [await writeArchive(tree, output, shop), readFileSync(output)];
}

async function headersOf(bytes: Buffer): Promise<Header[]> {
  const archive = extract();
  archive.end(gunzipSync(bytes));
  const headers: Header[] = [];
  for await (const entry of archive) {
    headers.push(entry.header);
    entry.resume();
  }
  return headers;
}

test('any tree gives the same bytes whatever the order of its names, and reads back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(FILES, async (files) => {
      const [first, bytes] = await packed(join(temporaryFolder(), 'a'), files);
      const [second, again] = await packed(join(temporaryFolder(), 'a'), files.toReversed());
      const headers = await headersOf(bytes);

      expect(again.equals(bytes)).toBe(true);
      expect(second).toEqual(first);
      expect(headers.map(({ name }) => name)).toEqual(headers.map(({ name }) => name).toSorted());
      expect(headers.filter(({ type }) => type === 'file').map(({ name, size }) => [name, size])).toEqual(
        files.map(([path, content]) => [path, Buffer.byteLength(content)]).toSorted(),
      );
    }),
    { numRuns: 25 },
  );
});

test('the same files from a .zip and a .tar.gz give the same bytes', async () => {
  const files: Files = { 'a.php': '<?php', 'b/c.css': 'c {}' };
  const shop = await workshop();
  const zip = await readSource(zipFiles(join(temporaryFolder(), 'a'), files, 0o100600), shop);
  const output = join(temporaryFolder(), 'code.tar.gz');
  await writeArchive(zip, output, shop);
  const [, bytes] = await packed(join(temporaryFolder(), 'a'), Object.entries(files));

  expect(readFileSync(output).equals(bytes)).toBe(true);
});

test('owners are root, modes sane, and nothing bears the time of the build', async () => {
  const shop = await workshop();
  const tree = new CodeTree('release', LIMITS);
  const content = await shop.spool.append([Buffer.from('x')] as never, 'x');
  tree.add('a/run.sh', { kind: 'file', content, executable: true });
  tree.add('a/text', { kind: 'file', content, executable: false });
  tree.add('link', { kind: 'link', target: 'a/text' });
  const output = join(temporaryFolder(), 'code.tar.gz');

  const archive = await writeArchive(tree, output, shop);

  const time = new Date('2000-01-01T00:00:00Z');
  const own = { uid: 0, gid: 0, uname: 'root', gname: 'root' };
  expect(await headersOf(readFileSync(output))).toMatchObject([
    { ...own, name: 'a/', type: 'directory', mode: 0o755, mtime: time },
    { ...own, name: 'a/run.sh', type: 'file', mode: 0o755, mtime: timeOf(content.sha256) },
    { ...own, name: 'a/text', type: 'file', mode: 0o644, mtime: timeOf(content.sha256) },
    { ...own, name: 'link', type: 'symlink', linkname: 'a/text', mtime: time },
  ]);
  expect(archive).toMatchObject({ files: 2, unpackedBytes: 2, bytes: readFileSync(output).length });
  expect(readFileSync(output).subarray(4, 8)).toEqual(Buffer.alloc(4));
});

test('files of the same length bear other times when their content differs', () => {
  const [first, second] = ['00000001', '00000002'].map((start) => timeOf(start.padEnd(64, '0')));

  expect(first).toEqual(new Date('2000-01-01T00:00:01Z'));
  expect(second).toEqual(new Date('2000-01-01T00:00:02Z'));
  expect(timeOf('f'.repeat(64)).getTime()).toBeLessThan(Date.UTC(2017, 1, 1));
});

test('an archive of many chunks is the same however its pieces come', async () => {
  const long = Array.from({ length: 60_000 }, (_none, index) => String(Math.sin(index))).join('');
  const bytes = await Promise.all(
    [1_000, 70_001].map(async (step) => {
      const shop = await workshop();
      const pieces = Array.from({ length: Math.ceil(long.length / step) }, (_none, index) =>
        Buffer.from(long.slice(index * step, (index + 1) * step)),
      );
      const tree = new CodeTree('release', LIMITS);
      tree.add('a', { kind: 'file', content: await shop.spool.append(pieces as never, 'a'), executable: false });
      return (await writeArchive(tree, join(temporaryFolder(), 'code.tar.gz'), shop)).sha256;
    }),
  );

  expect(bytes[0]).toBe(bytes[1]);
});
