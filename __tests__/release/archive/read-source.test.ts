import { symlinkSync, truncateSync, writeFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { CodeTree } from '../../../src/release/archive/code-tree';
import { readSource } from '../../../src/release/archive/read-source';
import { folderOf, tarFiles, tarOf, workshop, zipFiles, type Files, type RawMember } from '../support';
import { temporaryFolder } from '../../support/temporary-folder';

const FILES: Files = { 'site/index.php': '<?php', 'site/a/b.css': 'b {}', 'site/empty.txt': '' };

async function read(path: string): Promise<CodeTree> {
  return readSource(path, await workshop());
}

async function readMembers(...members: readonly RawMember[]): Promise<CodeTree> {
  return read(await tarOf(join(temporaryFolder(), 'code.tar.gz'), members));
}

test.each<[string, (folder: string) => Promise<string> | string]>([
  ['.tar.gz', (folder) => tarFiles(join(folder, 'code.tgz'), FILES)],
  ['.zip', (folder) => zipFiles(join(folder, 'code.bin'), FILES)],
  ['folder', (folder) => folderOf(join(folder, 'site'), { 'index.php': '<?php', 'a/b.css': 'b {}', 'empty.txt': '' })],
])('reads files and the folders above them from a %s, told by its content', async (_kind, make) => {
  const tree = await read(await make(temporaryFolder()));

  expect(tree.paths()).toEqual(['site', 'site/a', 'site/a/b.css', 'site/empty.txt', 'site/index.php']);
  expect(tree.get('site/a')).toEqual({ kind: 'folder' });
  expect(tree.get('site/a/b.css')).toMatchObject({ kind: 'file', executable: false, content: { size: 4 } });
});

test('takes a name with ./ and double slashes for what it means', async () => {
  const tree = await readMembers({ name: './', type: 'directory' }, { name: './a//b.php' });

  expect(tree.paths()).toEqual(['a', 'a/b.php']);
});

test('keeps links, and gives a hard link the content of its file', async () => {
  const tree = await readMembers(
    { name: 'a.php', content: 'x' },
    { name: 'same.php', type: 'link', linkname: 'a.php' },
    { name: 'link.php', type: 'symlink', linkname: 'a.php' },
  );

  expect(tree.get('same.php')).toEqual(tree.get('a.php'));
  expect(tree.get('link.php')).toEqual({ kind: 'link', target: 'a.php' });
});

test('keeps links of zip archives and folders', async () => {
  const folder = folderOf(join(temporaryFolder(), 'site'), { 'a.php': 'x' });
  symlinkSync('a.php', join(folder, 'b.php'));
  const zip = zipFiles(join(temporaryFolder(), 'code.zip'), { 'b.php': 'a.php' }, 0o120777);

  expect((await read(folder)).get('site/b.php')).toEqual({ kind: 'link', target: 'a.php' });
  expect((await read(zip)).get('b.php')).toEqual({ kind: 'link', target: 'a.php' });
});

test.each([
  ['tar', async (folder: string) => tarOf(join(folder, 'a'), [{ name: 'run', mode: 0o755 }])],
  ['zip', (folder: string) => Promise.resolve(zipFiles(join(folder, 'a'), { run: 'x' }, 0o100755))],
])('remembers which files of a %s may be run', async (_kind, make) => {
  expect((await read(await make(temporaryFolder()))).get('run')).toMatchObject({ executable: true });
});

test('leaves out what a version control and a desktop put beside the code', async () => {
  const files = { '.git/config': '', 'a/.svn/entries': '', 'a/.DS_Store': '', 'a/b.php': '', '__MACOSX/a/._b.php': '' };

  expect((await read(folderOf(join(temporaryFolder(), 'site'), files))).paths()).toEqual([
    'site',
    'site/a',
    'site/a/b.php',
  ]);
  expect((await read(zipFiles(join(temporaryFolder(), 'a.zip'), files))).paths()).toEqual(['a', 'a/b.php']);
});

test.each<[string, RawMember[], string]>([
  [
    'a name that leads out',
    [{ name: 'a/../../b' }],
    `holds "a/../../b", which leads out of its folder by '..'; repack it without that`,
  ],
  [
    'an absolute name',
    [{ name: '/etc/passwd' }],
    'holds "/etc/passwd", which is an absolute path; repack it without that',
  ],
  ['a drive', [{ name: 'C:/x' }], 'holds "C:/x", which is an absolute path; repack it without that'],
  [
    'a backslash',
    [{ name: 'a\\..\\b' }],
    'holds "a\\\\..\\\\b", which has a control character or a backslash in its name; repack it without that',
  ],
  [
    'a line feed',
    [{ name: 'a\nb' }],
    'holds "a\\nb", which has a control character or a backslash in its name; repack it without that',
  ],
  [
    'a device',
    [{ name: 'null', type: 'character-device' }],
    'holds "null", which must be a file, folder or link, got character-device; repack it without that',
  ],
  [
    'a pipe',
    [{ name: 'pipe', type: 'fifo' }],
    'holds "pipe", which must be a file, folder or link, got fifo; repack it without that',
  ],
  ['a file twice', [{ name: 'a' }, { name: './a' }], "holds 'a' twice; repack it with one of them"],
  [
    'names that differ by case',
    [{ name: 'a/B.php' }, { name: 'A/c.php' }],
    "holds 'a' and 'A', which are one file where case does not count; rename one",
  ],
  [
    'accents spelled in two ways',
    [{ name: '\u00e9' }, { name: 'e\u0301' }],
    "holds '\u00e9' and 'e\u0301', which are one file where case does not count; rename one",
  ],
  [
    'a file below a link',
    [{ name: 'a', type: 'symlink', linkname: '/etc' }, { name: 'a/passwd' }],
    "holds 'a' as link and as folder; repack it with one of them",
  ],
  [
    'a hard link to a file outside',
    [{ name: 'a', type: 'link', linkname: 'b' }],
    "holds 'a' as another name of 'b', which is no file before it; repack it",
  ],
])('refuses %s', async (_case, members, message) => {
  await expect(readMembers(...members)).rejects.toThrow(`'code.tar.gz' ${message}`);
});

test('refuses names of a zip archive that lead out', async () => {
  const path = zipFiles(join(temporaryFolder(), 'a.zip'), { '../x.php': '' });

  await expect(read(path)).rejects.toThrow("'a.zip' is no sound .zip archive: invalid relative path: ../x.php");
});

test('refuses devices of a zip archive', async () => {
  const path = zipFiles(join(temporaryFolder(), 'a.zip'), { null: '' }, 0o020666);

  await expect(read(path)).rejects.toThrow(`'a.zip' holds "null", which must be a file, folder or link`);
});

test.each([20, 400, 40_000])('refuses a .tar.gz that is cut off %s bytes before its end', async (missing) => {
  const content = Array.from({ length: 20_000 }, (_none, index) => String(Math.sin(index))).join();
  const path = await tarFiles(join(temporaryFolder(), 'a.tar.gz'), { 'a.txt': content, 'b.txt': 'b' });
  truncateSync(path, statSync(path).size - missing);

  await expect(read(path)).rejects.toThrow(
    /'a.tar.gz' is no sound .tar.gz archive: .*unexpected end of file; download/,
  );
});

test('refuses a .zip whose content is damaged', async () => {
  const path = zipFiles(join(temporaryFolder(), 'a.zip'), { 'a.txt': 'abcdefgh' });
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill('X', 36, 38));

  await expect(read(path)).rejects.toThrow("'a.zip' is no sound .zip archive: a.txt");
});

test('refuses a .zip that is cut off', async () => {
  const path = zipFiles(join(temporaryFolder(), 'a.zip'), { 'a.txt': 'abcdefgh' });
  truncateSync(path, 60);

  await expect(read(path)).rejects.toThrow("'a.zip' is no sound .zip archive: End of central directory");
});

test('refuses what is no archive, and what is not there', async () => {
  const folder = folderOf(temporaryFolder(), { 'a.txt': 'text' });

  await expect(read(join(folder, 'a.txt'))).rejects.toThrow('must be a .tar.gz archive, a .zip archive or a folder');
  await expect(read(join(folder, 'b.zip'))).rejects.toThrow('cannot be read or written: ENOENT');
});

test('ends when the run is interrupted', async () => {
  const path = await tarFiles(join(temporaryFolder(), 'a.tar.gz'), FILES);

  await expect(readSource(path, await workshop({}, AbortSignal.abort()))).rejects.toThrow(
    'interrupted; nothing was written',
  );
});

describe('limits', () => {
  test.each(['tar', 'zip'])(
    'stop a %s whose files are larger than its headers promise or a release may be',
    async (kind) => {
      const files = { 'a.txt': 'x'.repeat(3 * 2 ** 20) };
      const path = join(temporaryFolder(), 'bomb');
      await (kind === 'tar' ? tarFiles(path, files) : zipFiles(path, files));

      await expect(readSource(path, await workshop({ unpackedBytes: 2 ** 21 }))).rejects.toThrow(
        "the files of a release must not pass 2 MiB unpacked, and 'bomb' passes it; leave out what the site does not need",
      );
    },
  );

  test('stop an archive of too many members', async () => {
    const path = await tarFiles(join(temporaryFolder(), 'a.tar.gz'), FILES);

    await expect(readSource(path, await workshop({ entries: 4 }))).rejects.toThrow(
      "'a.tar.gz' holds more than 4 files and folders; leave out what the site does not need",
    );
  });

  test('stop a name that would fill the memory', async () => {
    const path = await tarOf(join(temporaryFolder(), 'a.tar.gz'), [{ name: `a${'b'.repeat(20 * 2 ** 20)}` }]);

    await expect(read(path)).rejects.toThrow("'a.tar.gz' is no sound .tar.gz archive: Header exceeds max size");
  });
});

const name = fc.stringMatching(/^[A-Za-z0-9 ._\u00e9\u4e2d-]{1,12}$/).filter((text) => !['.', '..'].includes(text));

test('a name with .. anywhere is never read, whatever surrounds it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(name, { maxLength: 3 }), fc.array(name, { maxLength: 3 }), async (before, after) => {
      await expect(readMembers({ name: [...before, '..', ...after].join('/') })).rejects.toThrow(
        /leads out of its folder|is an absolute path/,
      );
    }),
    { numRuns: 40 },
  );
});
