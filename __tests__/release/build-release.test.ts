import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildRelease, readLocalRelease, type BuildInputs, type BuiltRelease } from '../../src/release';
import { sha256OfFile } from '../../src/release/digest';
import type { WordPressInputs } from '../../src/release/code/assemble-code';
import type { Limits } from '../../src/release/archive/limits';
import { below, folderOf, plugin, tarFiles, WORDPRESS, zipFiles, type Files } from './support';
import { temporaryFolder } from '../support/temporary-folder';

interface Setting {
  readonly files?: Files;
  readonly inputs?: Partial<Omit<BuildInputs, 'code'>>;
  readonly code?: Partial<WordPressInputs>;
  readonly limits?: Limits;
  readonly signal?: AbortSignal;
}

/** Builds release r1 of the given files into `folder`/out. */
async function build(
  folder: string,
  { files = WORDPRESS, inputs, code, limits, signal }: Setting = {},
): Promise<BuiltRelease> {
  const path = await tarFiles(join(folder, 'wordpress.tar.gz'), below('wordpress', files));
  const wordpress = { kind: 'wordpress', path, plugins: [], themes: [], ...code } as const;
  const all = { name: 'r1', code: wordpress, output: join(folder, 'out'), ...inputs };
  const options = { signal: signal ?? new AbortController().signal, onProgress: () => undefined, limits };
  return buildRelease(all, options);
}

/** Names in the code of a release. */
function namesOf({ directory }: BuiltRelease): readonly string[] {
  return execFileSync('tar', ['-tzf', join(directory, 'code.tar.gz')], { encoding: 'utf8' })
    .trim()
    .split('\n');
}

test('makes code, checksum, settings and a description', async () => {
  const folder = temporaryFolder();
  const envFile = join(folder, 'site.env');
  writeFileSync(envFile, '# settings\nWP_CACHE=true\n');

  const built = await build(folder, { inputs: { envFile } });

  const { directory, manifest } = built;
  const sha256 = await sha256OfFile(join(directory, 'code.tar.gz'));
  expect(directory).toBe(join(folder, 'out/r1'));
  expect(readdirSync(join(folder, 'out'))).toEqual(['r1']);
  expect(readdirSync(directory).sort()).toEqual(['code.tar.gz', 'code.tar.gz.sha256', 'env', 'release.json']);
  expect(readFileSync(join(directory, 'code.tar.gz.sha256'), 'utf8')).toBe(`${sha256}  code.tar.gz\n`);
  expect(readFileSync(join(directory, 'env'), 'utf8')).toBe('WP_CACHE=true\n');
  expect(JSON.parse(readFileSync(join(directory, 'release.json'), 'utf8'))).toEqual(manifest);
  expect(manifest).toMatchObject({
    format: 1,
    name: 'r1',
    code: { sha256, bytes: statSync(join(directory, 'code.tar.gz')).size, files: 4 },
    env: { names: ['WP_CACHE'] },
    wordpress: { version: '6.8.3' },
    plugins: [],
    themes: [],
  });
  expect(namesOf(built)).toContain('index.php');
});

test.each([
  ['in its folder', 'wordpress'],
  ['in a folder of another name', 'WordPress-6.8.3'],
  ['at the top', ''],
])('takes WordPress %s and gives the same bytes', async (_case, top) => {
  const folder = temporaryFolder();
  const wordpress = zipFiles(join(folder, 'wp.zip'), top === '' ? WORDPRESS : below(top, WORDPRESS));

  const { manifest } = await build(folder, { code: { path: wordpress } });

  expect(manifest.code.sha256).toBe((await build(temporaryFolder())).manifest.code.sha256);
});

test('puts plugins and themes into their places, each once, in place of those that WordPress brings along', async () => {
  const folder = temporaryFolder();
  const plugins = [
    zipFiles(join(folder, 'shop.zip'), plugin('shop', '2.1')),
    await tarFiles(join(folder, 'akismet.tar.gz'), plugin('akismet', '5.5')),
  ];
  const themes = [folderOf(join(folder, 'dark'), { 'style.css': '/*\nTheme Name: Dark\nVersion: 3\n*/' })];

  const built = await build(folder, { code: { plugins, themes } });

  const names = namesOf(built);
  expect(built.manifest).toMatchObject({
    plugins: [
      { name: 'akismet', version: '5.5' },
      { name: 'shop', version: '2.1' },
    ],
    themes: [{ name: 'dark', version: '3' }],
  });
  expect(names).toEqual(
    expect.arrayContaining(['wp-content/plugins/shop/shop.php', 'wp-content/themes/dark/style.css']),
  );
  expect(names.filter((name) => name.includes('akismet'))).toHaveLength(2);
  expect(built.notes).toEqual(["the plugin 'akismet' replaces the one that WordPress brings along"]);
});

test('the same release again is left as it is, another of that name is refused', async () => {
  const folder = temporaryFolder();
  const first = await build(folder);
  const { mtimeMs } = statSync(join(first.directory, 'code.tar.gz'));

  expect(await build(folder)).toEqual({ ...first, unchanged: true });
  await expect(build(folder, { files: { ...WORDPRESS, 'new.php': '' } })).rejects.toThrow(
    new Error(
      `the release 'r1' is in '${first.directory}' already, with other content, and a release never changes; ` +
        "give another '--name', or delete the folder if nobody has published it",
    ),
  );
  expect(statSync(join(first.directory, 'code.tar.gz')).mtimeMs).toBe(mtimeMs);
  expect(readdirSync(join(folder, 'out'))).toEqual(['r1']);
});

test.each<[string, Files, string]>([
  [
    'no WordPress',
    { 'index.php': '' },
    "'wordpress.tar.gz' must hold 'index.php' and 'wp-includes/version.php' at its top",
  ],
  ['no version', { ...WORDPRESS, 'wp-includes/version.php': '<?php' }, "'wordpress.tar.gz' must set $wp_version"],
  [
    'a wp-config.php',
    { ...WORDPRESS, 'wp-config.php': '' },
    "the release must not hold 'wp-config.php': instances write it",
  ],
  [
    'uploads',
    { ...WORDPRESS, 'wp-content/uploads/2026/a.jpg': '' },
    "the release must not hold 'wp-content/uploads/2026/a.jpg': instances put the folder they share",
  ],
  ["the instances' own mark", { ...WORDPRESS, '.complete': '' }, "the release must not hold '.complete'"],
])('refuses %s and leaves nothing behind', async (_case, files, message) => {
  const folder = temporaryFolder();

  await expect(build(folder, { files })).rejects.toThrow(message);
  expect(readdirSync(join(folder, 'out'))).toEqual([]);
});

test('allows an empty folder for uploads', async () => {
  const { manifest } = await build(temporaryFolder(), { files: { ...WORDPRESS, 'wp-content/uploads/': '' } });

  expect(manifest.code.files).toBe(4);
});

test.each<[string, Files, string]>([
  [
    'without a folder',
    { 'shop.php': '<?php /* Plugin Name: Shop */' },
    "'shop.zip' must hold one folder, named like the plugin",
  ],
  ['in two folders', { ...plugin('a'), ...plugin('b') }, "'shop.zip' must hold one folder, named like the plugin"],
  [
    'without a header',
    { 'shop/shop.php': '<?php' },
    "'shop.zip' must have the header 'Plugin Name:' in a '.php' file of its folder 'shop'",
  ],
])('refuses a plugin %s', async (_case, files, message) => {
  const folder = temporaryFolder();

  await expect(build(folder, { code: { plugins: [zipFiles(join(folder, 'shop.zip'), files)] } })).rejects.toThrow(
    message,
  );
});

test('refuses a plugin as a theme, and one plugin twice', async () => {
  const folder = temporaryFolder();
  const shop = zipFiles(join(folder, 'shop.zip'), plugin('shop'));

  await expect(build(folder, { code: { themes: [shop] } })).rejects.toThrow("header 'Theme Name:' in 'style.css'");
  await expect(build(folder, { code: { plugins: [shop, shop] } })).rejects.toThrow(
    new Error("'--plugin' must bring each plugin once, got 'shop' twice; give one of them"),
  );
});

test('checks the archive of WordPress against its sum', async () => {
  const folder = temporaryFolder();
  const wordpress = await tarFiles(join(folder, 'wp.tar.gz'), WORDPRESS);
  const sum = await sha256OfFile(wordpress);
  const wrong = sum.replaceAll(/./g, '0');

  await expect(build(folder, { code: { path: wordpress, sha256: wrong } })).rejects.toThrow(
    `'--wordpress-sha256' must be the SHA-256 of 'wp.tar.gz', which is ${sum}, got ${wrong}; download the archive again`,
  );
  expect((await build(folder, { code: { path: wordpress, sha256: sum } })).unchanged).toBe(false);
});

test('holds the limit over all sources together', async () => {
  const folder = temporaryFolder();
  const plugins = [zipFiles(join(folder, 'big.zip'), { ...plugin('big'), 'big/data.bin': 'x'.repeat(2 ** 20) })];

  await expect(build(folder, { code: { plugins }, limits: { unpackedBytes: 2 ** 20, entries: 100 } })).rejects.toThrow(
    "must not pass 1 MiB unpacked, and 'big.zip' passes it",
  );
});

test('an interrupted build leaves nothing behind', async () => {
  const folder = temporaryFolder();

  await expect(build(folder, { signal: AbortSignal.abort() })).rejects.toThrow('interrupted; nothing was written');
  expect(readdirSync(join(folder, 'out'))).toEqual([]);
});

test('a file that cannot be read is told by its path', async () => {
  const folder = temporaryFolder();

  await expect(build(folder, { inputs: { envFile: join(folder, 'no.env') } })).rejects.toThrow(
    new RegExp(`^'${folder}/no.env' cannot be read or written: ENOENT.*; check the path$`),
  );
  expect(existsSync(join(folder, 'out/r1'))).toBe(false);
});

describe('another PHP site', () => {
  const site: Files = { 'index.php': '<?php echo 1;', 'assets/site.css': 'body {}' };

  async function buildSite(folder: string, files: Files): Promise<BuiltRelease> {
    const path = await tarFiles(join(folder, 'site.tar.gz'), files);
    const inputs = { name: 'r1', code: { kind: 'php', path }, output: join(folder, 'out') } as const;
    return buildRelease(inputs, { signal: new AbortController().signal, onProgress: () => undefined });
  }

  test.each([
    ['in its folder', below('public', site)],
    ['at the top', site],
  ])('is taken %s, and is called no WordPress', async (_case, files) => {
    const built = await buildSite(temporaryFolder(), files);

    expect(namesOf(built)).toEqual(expect.arrayContaining(['index.php', 'assets/site.css']));
    expect(built.manifest).not.toHaveProperty('wordpress');
    expect(await readLocalRelease(built.directory)).toMatchObject({ manifest: { plugins: [], themes: [] } });
  });

  test.each<[string, Files, string]>([
    ['without index.php', { 'app.php': '' }, "'site.tar.gz' must hold 'index.php' at its top or in its only folder"],
    ['that is WordPress', WORDPRESS, "'--code' must be another site than WordPress, got 'site.tar.gz'"],
    ['with the mark of instances', { ...site, '.complete': '' }, "the release must not hold '.complete'"],
  ])('%s is refused', async (_case, files, message) => {
    const folder = temporaryFolder();

    await expect(buildSite(folder, files)).rejects.toThrow(message);
    expect(existsSync(join(folder, 'out/r1'))).toBe(false);
  });
});
