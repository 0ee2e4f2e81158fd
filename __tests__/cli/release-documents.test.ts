import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { folderOf, plugin, WORDPRESS } from '../release/support';
import { fakeObjectStore } from '../support/fake-object-store';
import { withBucket } from './release-world';
import { projectFolder, wordpressHa } from './support';

const SCHEMAS = join(__dirname, '../../src/cli/schemas');

function validate(name: string, document: unknown): unknown {
  const schema = JSON.parse(readFileSync(join(SCHEMAS, `${name}.schema.json`), 'utf8')) as object;
  const check = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
  return check(document) ? 'valid' : check.errors;
}

test('every command on releases prints one document that its schema describes', async () => {
  const world = withBucket(fakeObjectStore());
  folderOf(join(projectFolder(), 'wp'), WORDPRESS);
  folderOf(join(projectFolder(), 'shop'), { 'shop.php': plugin('shop')['shop/shop.php'] ?? '' });
  const lines: readonly (readonly [string, string])[] = [
    ['release-current', 'release current -e staging'],
    ['release-build', 'release build --wordpress wp --plugin shop'],
    ['release-build', 'release build --wordpress wp --plugin shop'],
    ['release-publish', 'release publish -e staging'],
    ['release-publish', 'release publish -e staging --activate'],
    ['release-list', 'release list -e staging'],
    ['release-current', 'release current v1.2.0 -e staging'],
    ['error', 'release build'],
  ];
  const verdicts: [string, unknown][] = [];

  for (const [schema, line] of lines) {
    verdicts.push([line, validate(schema, (await wordpressHa(`${line} --json`, world)).json())]);
  }

  expect(verdicts).toEqual(lines.map(([, line]) => [line, 'valid']));
});

test('the list holds what the release is made of', async () => {
  const store = fakeObjectStore();
  folderOf(join(projectFolder(), 'wp'), WORDPRESS);
  await wordpressHa('release build --wordpress wp');
  await wordpressHa('release publish -e staging --activate', withBucket(store));

  const outcome = await wordpressHa('release list -e staging --json', withBucket(store));

  expect(outcome.json()).toMatchObject({
    current: 'v1.2.0',
    releases: [{ name: 'v1.2.0', current: true, wordpressVersion: '6.8.3', plugins: [], problem: null }],
  });
});
