import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeObjectStore, type FakeObjectStore } from '../support/fake-object-store';
import { folderOf, plugin, WORDPRESS } from '../release/support';
import { projectFolder, wordpressHa, type World } from './support';
import { sandboxed, withBucket } from './release-world';

function build(line = '', world: World = {}): ReturnType<typeof wordpressHa> {
  folderOf(join(projectFolder(), 'wp'), WORDPRESS);
  return wordpressHa(`release build --wordpress wp${line}`, world);
}

async function publish(store: FakeObjectStore, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await build(` --name ${name}`);
    await wordpressHa(`release publish ${name} -e staging`, withBucket(store));
  }
}

describe('release build', () => {
  test("names the release after git's version and tells how to publish it", async () => {
    const { exitCode, stdout } = await build();

    expect(stdout).toMatch(
      /^v1\.2\.0 {2}WordPress 6\.8\.3\n {2}4 files, 0\.0 MiB unpacked, 0\.0 MiB packed\n {2}SHA-256 /,
    );
    expect(stdout).toContain('\n  .wordpress-ha/releases/v1.2.0\n');
    expect(stdout).toContain('publish it:\n  wordpress-ha release publish v1.2.0 -e ENVIRONMENT\n');
    expect(exitCode).toBe(0);
  });

  test('takes several plugins, a name and a folder', async () => {
    folderOf(join(projectFolder(), 'shop'), { 'shop.php': plugin('shop')['shop/shop.php'] ?? '' });
    folderOf(join(projectFolder(), 'cache'), { 'cache.php': plugin('cache')['cache/cache.php'] ?? '' });

    const { stdout } = await build(' --plugin shop --plugin cache --name r7 --output built');

    expect(stdout).toContain('WordPress 6.8.3, 2 plugins\n');
    expect(stdout).toContain('wordpress-ha release publish built/r7 -e ENVIRONMENT\n');
    expect(readdirSync(join(projectFolder(), 'built/r7'))).toContain('code.tar.gz');
  });

  test('takes another PHP site, and settings that only look like secrets', async () => {
    folderOf(join(projectFolder(), 'public'), { 'index.php': '<?php echo 1;' });
    writeFileSync(join(projectFolder(), 'site.env'), 'CACHE_KEY=front-page\n');

    const refused = await wordpressHa('release build --code public --env site.env --name r1');
    const { stdout } = await wordpressHa('release build --code public --env site.env --not-secret CACHE_KEY --name r1');

    expect(refused.stderr).toContain("or give '--not-secret CACHE_KEY' when it is none\n");
    expect(stdout).toMatch(/^r1 {2}PHP site\n {2}1 files, /);
  });

  test.each<[string, string, World, string]>([
    [
      'no WordPress',
      'release build',
      {},
      "'--wordpress' is required; give an archive of WordPress, or a version such as 6.8.3, or another PHP site by '--code'\n",
    ],
    [
      'another site with plugins',
      'release build --code wp --plugin shop --wordpress wp',
      {},
      "'--code' must stand without '--wordpress', '--plugin', which are about WordPress",
    ],
    [
      'a version without its sum',
      'release build --wordpress 6.8.3',
      {},
      "'--wordpress-sha256' is required with a version",
    ],
    [
      'a sum that is none',
      'release build --wordpress wp --wordpress-sha256 abc',
      {},
      "'--wordpress-sha256' must be 64 hexadecimal digits, got 'abc'",
    ],
    [
      'a file that is not there',
      'release build --wordpress nope.zip',
      {},
      "nope.zip' cannot be read or written: ENOENT",
    ],
    [
      'a name that instances refuse',
      'release build --wordpress wp --name a/b',
      {},
      `'--name' must be 1 to 63 letters, digits, '.', '_' and '-'`,
    ],
    [
      'a name that means something else',
      'release build --wordpress wp --name current',
      {},
      'be none of current, overlays, agents, database-ca.pem, got "current"; choose another name\n',
    ],
    [
      'a version without network',
      `release build --wordpress 6.8.3 --wordpress-sha256 ${'0'.repeat(64)}`,
      {},
      'https://wordpress.org/wordpress-6.8.3.tar.gz cannot be downloaded: no network',
    ],
  ])('refuses %s', async (_case, line, world, message) => {
    const { exitCode, stdout, stderr } = await wordpressHa(line, world);

    expect(stderr).toContain(message);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  });

  test.each([
    ['git tells none', undefined, "the release has no name, because git tells no version of '"],
    ["git's cannot be one", 'shop/v1', `the version that 'git describe' tells must be 1 to 63 letters`],
  ])('asks for a name when %s', async (_case, version, message) => {
    const { exitCode, stderr } = await build('', withBucket(fakeObjectStore(), version ?? null));

    expect(stderr).toContain(message);
    expect(exitCode).toBe(1);
  });
});

describe('release publish', () => {
  test('uploads the release and leaves current alone', async () => {
    const store = fakeObjectStore();
    await build();

    const { stdout, exitCode } = await wordpressHa('release publish -e staging', withBucket(store));

    expect(stdout).toBe(
      'staging: v1.2.0 is published: s3://releases/wordpress/staging/v1.2.0\n' +
        'make it the one that new instances take:\n  wordpress-ha release current v1.2.0 -e staging\n',
    );
    expect(store.objects.has('wordpress/staging/current')).toBe(false);
    expect(store.closed).toBe(true);
    expect(exitCode).toBe(0);
  });

  test('goes by the path of a folder as well, and says when it is there already', async () => {
    const store = fakeObjectStore();
    await build(' --output built');
    await wordpressHa('release publish built/v1.2.0 -e staging', withBucket(store));

    const { stdout } = await wordpressHa('release publish built/v1.2.0 -e staging', withBucket(store));

    expect(stdout).toContain(
      'staging: v1.2.0 is there already, with the same content: s3://releases/wordpress/staging/v1.2.0\n',
    );
  });

  test('makes it current with --activate, and tells how to go back and to replace instances', async () => {
    const store = fakeObjectStore();
    await publish(store, 'r1', 'r2');
    await wordpressHa('release current r1 -e staging', withBucket(store));

    const { stdout } = await wordpressHa('release publish r2 -e staging --activate', withBucket(store));

    expect(stdout).toContain(
      'staging: r2 is current now; before it was r1\ngo back:\n  wordpress-ha release current r1 -e staging\n' +
        'new instances take it when they start; replace those that run, a few at a time:\n' +
        '  aws autoscaling start-instance-refresh --region eu-central-1 --auto-scaling-group-name wordpress-staging-web ' +
        `--preferences '{"SkipMatching":false}'\n`,
    );
    expect(store.written.at(-1)).toBe('wordpress/staging/current');
  });

  test('keeps another application apart', async () => {
    const store = fakeObjectStore();
    await build();

    await wordpressHa('release publish -e staging --app shop', withBucket(store));

    expect([...store.objects.keys()].every((key) => key.startsWith('shop/staging/v1.2.0/'))).toBe(true);
  });

  test.each<[string, string, World, string]>([
    ['without an environment', 'release publish', {}, "'--environment' is required by commands that change things"],
    [
      'before it is built',
      'release publish r9 -e staging',
      {},
      "releases/r9' is no built release: 'release.json' is missing",
    ],
  ])('is refused %s', async (_case, line, world, message) => {
    if (!line.includes('r9')) await build();

    const { exitCode, stderr } = await wordpressHa(line, world);

    expect(stderr).toContain(message);
    expect(exitCode).toBe(1);
  });

  test('is refused where there is no bucket yet, with the command that makes it', async () => {
    await build();

    const { stderr } = await wordpressHa('release publish -e staging', {
      ...withBucket(fakeObjectStore()),
      scripts: {},
    });

    expect(stderr).toBe(
      "the releases bucket of 'staging' does not exist yet; make it by 'wordpress-ha apply -e staging --stack foundation --stack data'\n",
    );
  });

  test('leaves current alone after Ctrl-C', async () => {
    const store = fakeObjectStore();
    await publish(store, 'r1');

    const { exitCode, stderr } = await wordpressHa('release publish r1 -e staging --activate', {
      ...withBucket(store),
      aborted: true,
    });

    expect(stderr).toContain("interrupted; the release is published and 'current' is untouched");
    expect(store.objects.has('wordpress/staging/current')).toBe(false);
    expect(exitCode).toBe(1);
  });
});

describe('release current', () => {
  test('shows it, or that there is none', async () => {
    const store = fakeObjectStore();
    const show = (): ReturnType<typeof wordpressHa> => wordpressHa('release current -e staging', withBucket(store));

    expect((await show()).stdout).toBe('staging: no release is current, so that no instance can start\n');
    store.objects.set('wordpress/staging/current', Buffer.from('r1\n'));
    expect((await show()).stdout).toBe('staging: r1 is current\n');
  });

  test('goes back, and says when there is nothing to change', async () => {
    const store = fakeObjectStore();
    await publish(store, 'r1', 'r2');
    await wordpressHa('release current r2 -e staging', withBucket(store));

    const back = await wordpressHa('release current r1 -e staging', withBucket(store));
    const again = await wordpressHa('release current r1 -e staging', withBucket(store));

    expect(back.stdout).toContain('staging: r1 is current now; before it was r2\n');
    expect(again.stdout).toBe('staging: r1 is current already; nothing was changed\n');
  });

  test('needs the environment named to change it', async () => {
    expect((await wordpressHa('release current r1')).stderr).toContain("'--environment' is required");
  });
});

describe('release list', () => {
  test('shows date, size, content and which one is current', async () => {
    const store = fakeObjectStore();
    await publish(store, 'r1', 'r2');
    await wordpressHa('release current r1 -e staging', withBucket(store));
    store.objects.delete('wordpress/staging/r2/env');

    expect((await wordpressHa('release list -e staging', withBucket(store))).stdout).toBe(
      [
        'staging: s3://releases',
        'release           published             size     content',
        'r1       current  2026-11-20 10:00 UTC  0.0 MiB  WordPress 6.8.3',
        'r2                2026-11-20 10:00 UTC  0.0 MiB  WordPress 6.8.3  without env',
        '',
      ].join('\n'),
    );
  });

  test('says when current names a release that is gone', async () => {
    const store = fakeObjectStore();
    store.objects.set('wordpress/staging/current', Buffer.from('r1'));

    expect((await wordpressHa('release list -e staging', withBucket(store))).stdout).toBe(
      "staging: no release is published\n'current' names 'r1', which is not there, so that no instance can start\n",
    );
  });
});

test('the sandbox has a bucket of its own', async () => {
  const { places, world } = sandboxed(fakeObjectStore());

  const { stdout } = await wordpressHa('release list -e staging --sandbox', world);

  expect(stdout).toContain('staging: no release is published');
  expect(places[0]).toMatchObject({ bucket: 'releases', region: 'eu-central-1', accountId: '123456789012' });
  expect(places[0]?.variables['AWS_ENDPOINT_URL']).toBe('http://127.0.0.1:5555');
  expect(existsSync(join(projectFolder(), '.wordpress-ha/releases'))).toBe(false);
});
