import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildRelease,
  listReleases,
  publishRelease,
  readCurrent,
  readLocalRelease,
  switchCurrent,
  type LocalRelease,
} from '../../src/release';
import { fakeObjectStore, WRITTEN, type FakeObjectStore } from '../support/fake-object-store';
import { tarFiles, WORDPRESS, type Files } from './support';
import { temporaryFolder } from '../support/temporary-folder';

const SCOPE = { app: 'wordpress', environment: 'staging' };
const { signal } = new AbortController();
const options = { signal, onProgress: () => undefined };
const CODE = 'wordpress/staging/r1/code.tar.gz';

async function release(name = 'r1', files: Files = WORDPRESS): Promise<LocalRelease> {
  const output = temporaryFolder();
  const wordpress = await tarFiles(join(output, 'wp.tar.gz'), files);
  const { directory } = await buildRelease(
    { name, code: { kind: 'wordpress', path: wordpress, plugins: [], themes: [] }, output },
    options,
  );
  return readLocalRelease(directory);
}

async function published(...names: readonly string[]): Promise<FakeObjectStore> {
  const store = fakeObjectStore();
  for (const name of names) await publishRelease(store, SCOPE, await release(name), options);
  return store;
}

describe('publishing', () => {
  test('writes code, checksum, settings and description in this order', async () => {
    const store = await published('r1');

    expect(store.written).toEqual([
      CODE,
      `${CODE}.sha256`,
      'wordpress/staging/r1/env',
      'wordpress/staging/r1/release.json',
    ]);
  });

  test('writes nothing that is there with the same content', async () => {
    const store = await published('r1');

    expect(await publishRelease(store, SCOPE, await release(), options)).toEqual([]);
  });

  test('goes on where a run was cut off', async () => {
    const store = await published('r1');
    store.objects.delete('wordpress/staging/r1/env');
    store.objects.delete('wordpress/staging/r1/release.json');

    expect(await publishRelease(store, SCOPE, await release(), options)).toEqual(['env', 'release.json']);
  });

  test.each([CODE, `${CODE}.sha256`, 'wordpress/staging/r1/env', 'wordpress/staging/r1/release.json'])(
    'refuses to change %s',
    async (key) => {
      const store = await published('r1');
      store.objects.set(key, Buffer.from('other'));

      await expect(publishRelease(store, SCOPE, await release(), options)).rejects.toThrow(
        `s3://releases/${key} is there already, with other content`,
      );
      expect(store.objects.get(key)?.toString()).toBe('other');
    },
  );

  test('of two that publish at once, the one with other content is refused', async () => {
    const store = fakeObjectStore();
    store.beforeWrite = (key) => store.objects.set(key, Buffer.from('faster'));

    await expect(publishRelease(store, SCOPE, await release(), options)).rejects.toThrow('and a release never changes');
    expect(store.written).toEqual([]);
  });
});

describe('a built release', () => {
  test.each([
    ['env', 'A=1\n', "has another 'env'"],
    ['code.tar.gz', 'x', "has another 'code.tar.gz'"],
    ['code.tar.gz.sha256', 'x', "has another 'code.tar.gz.sha256'"],
  ])('is refused when its %s was changed', async (file, content, message) => {
    const { directory } = await release();
    writeFileSync(join(directory, file), content);

    await expect(readLocalRelease(directory)).rejects.toThrow(
      `the release in '${directory}' ${message} than its 'release.json' says; delete the folder and build it again`,
    );
  });

  test.each([
    ['no JSON', 'x', 'must hold a JSON object'],
    ['of another format', '{"format":2}', "'format' must be 1"],
    ['without members', '{"format":1}', "'code' is missing or malformed"],
  ])('is refused when its description is %s', async (_case, content, message) => {
    const { directory } = await release();
    writeFileSync(join(directory, 'release.json'), content);

    await expect(readLocalRelease(directory)).rejects.toThrow(message);
  });

  test('is refused where there is none', async () => {
    await expect(readLocalRelease('/nowhere/r1')).rejects.toThrow(
      new Error(
        "'/nowhere/r1' is no built release: 'release.json' is missing; make one by 'wordpress-ha release build'",
      ),
    );
  });
});

describe('current', () => {
  test('is nothing at first, then what was chosen, with the one before', async () => {
    const store = await published('r1', 'r2');

    expect(await readCurrent(store, SCOPE, signal)).toBeUndefined();
    expect(await switchCurrent(store, SCOPE, 'r1', signal)).toEqual({ previous: undefined, changed: true });
    expect(await switchCurrent(store, SCOPE, 'r2', signal)).toEqual({ previous: 'r1', changed: true });
    expect((await readCurrent(store, SCOPE, signal))?.name).toBe('r2');
    expect(store.objects.get('wordpress/staging/current')?.toString()).toBe('r2\n');
  });

  test('is not written when it is the same already', async () => {
    const store = await published('r1');
    store.objects.set('wordpress/staging/current', Buffer.from('r1'));

    expect(await switchCurrent(store, SCOPE, 'r1', signal)).toEqual({ previous: 'r1', changed: false });
    expect(store.written).not.toContain('wordpress/staging/current');
  });

  test.each([
    ['from nothing', undefined],
    ['from another', 'r1'],
  ])('is left alone when somebody else was faster, %s', async (_case, before) => {
    const store = await published('r1', 'r2', 'r3');
    if (before !== undefined) store.objects.set('wordpress/staging/current', Buffer.from(before));
    store.beforeWrite = () => store.objects.set('wordpress/staging/current', Buffer.from('r3\n'));

    await expect(switchCurrent(store, SCOPE, 'r2', signal)).rejects.toThrow(
      new Error(
        `s3://releases/wordpress/staging/current was changed by somebody else meanwhile, from '${before ?? 'nothing'}' to ` +
          "'r3', and is left like that; look at 'wordpress-ha release list' and decide again",
      ),
    );
    expect((await readCurrent(store, SCOPE, signal))?.name).toBe('r3');
  });

  test.each([
    ['code', CODE, undefined, "its 'code.tar.gz' is missing"],
    ['other code', CODE, 'x', "its 'code.tar.gz' is another"],
    ['checksum', `${CODE}.sha256`, undefined, `there is no s3://releases/${CODE}.sha256`],
    ['another checksum', `${CODE}.sha256`, 'abc', 'its checksum object says abc'],
    ['settings', 'wordpress/staging/r1/env', undefined, 'there is no s3://releases/wordpress/staging/r1/env'],
    ['other settings', 'wordpress/staging/r1/env', 'A=1', "its 'env' is another"],
    [
      'description',
      'wordpress/staging/r1/release.json',
      undefined,
      'there is no s3://releases/wordpress/staging/r1/release.json',
    ],
  ])('refuses a release without its own %s', async (_case, key, content, message) => {
    const store = await published('r1');
    if (content === undefined) store.objects.delete(key);
    else store.objects.set(key, Buffer.from(content));

    await expect(switchCurrent(store, SCOPE, 'r1', signal)).rejects.toThrow(
      `the release 'r1' cannot become current: ${message}`,
    );
    expect(store.objects.has('wordpress/staging/current')).toBe(false);
  });
});

describe('the list', () => {
  test('has every release with its size and content, and nothing else of the bucket', async () => {
    const store = await published('r1', 'r2');
    for (const key of ['current', 'overlays/role/web.sh', 'agents/a.deb', 'database-ca.pem', '-x/env']) {
      store.objects.set(`wordpress/staging/${key}`, Buffer.from('r1'));
    }
    store.objects.set('wordpress/production/r9/env', Buffer.from(''));

    const list = await listReleases(store, SCOPE, signal);

    expect(list.map(({ name }) => name)).toEqual(['r1', 'r2']);
    expect(list[0]).toMatchObject({
      published: WRITTEN,
      bytes: store.objects.get(CODE)?.length,
      problem: undefined,
      manifest: { wordpress: { version: '6.8.3' } },
    });
  });

  test('says what a release lacks, and a broken description hides no other', async () => {
    const store = await published('r1', 'r2', 'r3');
    store.objects.delete('wordpress/staging/r1/env');
    store.objects.delete('wordpress/staging/r2/release.json');
    store.objects.set('wordpress/staging/r3/release.json', Buffer.from('{}'));

    expect((await listReleases(store, SCOPE, signal)).map(({ problem }) => problem)).toEqual([
      'without env',
      'without release.json',
      expect.stringContaining("'format' must be 1 in 's3://releases/wordpress/staging/r3/release.json', got undefined"),
    ]);
  });
});
