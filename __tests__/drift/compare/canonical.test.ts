import { changedPaths } from '../../../src/drift/compare/attribute-diff';
import { parsePath, renderPath } from '../../../src/drift/compare/attribute-path';
import { canonical } from '../../../src/drift/compare/canonical';

function policy(statements: unknown): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

test.each<[string, unknown, unknown]>([
  ['null and an empty map', null, {}],
  ['null and an empty list', null, []],
  ['null and an empty text', null, ''],
  ['a missing and an empty member', { a: 1 }, { a: 1, b: { c: [] } }],
  ['a set in another order', ['b', 'a', { x: 1, y: 2 }], [{ y: 2, x: 1 }, 'a', 'b']],
  ['JSON documents laid out differently', '{"a": [1, 2]}', '{"a":[2,1]}'],
  ['policy statements in another order', policy([{ Sid: 'A' }, { Sid: 'B' }]), policy([{ Sid: 'B' }, { Sid: 'A' }])],
  [
    'policy principals in another order',
    policy([{ Principal: { AWS: ['a', 'b'] } }]),
    policy([{ Principal: { AWS: ['b', 'a'] } }]),
  ],
  ['one action and a list of one', policy([{ Action: 's3:GetObject' }]), policy({ Action: ['s3:GetObject'] })],
  [
    'an account and the ARN of its root',
    policy([{ Principal: { AWS: '123456789012' } }]),
    policy([{ Principal: { AWS: 'arn:aws:iam::123456789012:root' } }]),
  ],
  ['any principal written both ways', policy([{ Principal: '*' }]), policy([{ Principal: { AWS: '*' } }])],
])('%s mean the same', (_case, left, right) => {
  expect(canonical(left)).toBe(canonical(right));
});

test.each<[string, unknown, unknown]>([
  ['a number and its text', 1, '1'],
  ['false and nothing', false, null],
  ['zero and nothing', 0, null],
  ['one element more', ['a'], ['a', 'a']],
  ['another action', policy([{ Action: 's3:GetObject' }]), policy([{ Action: 's3:PutObject' }])],
  ['another effect', policy([{ Effect: 'Allow' }]), policy([{ Effect: 'Deny' }])],
])('%s differ', (_case, left, right) => {
  expect(canonical(left)).not.toBe(canonical(right));
});

test('keeps the order of lists in which it means something', () => {
  expect(canonical({ ordered_cache_behavior: ['a', 'b'] })).not.toBe(canonical({ ordered_cache_behavior: ['b', 'a'] }));
});

test('enters maps and blocks that occur once, and takes other lists whole', () => {
  const before = { a: [{ b: 1, c: 1 }], d: [1, 2], e: { f: 1 }, g: 1 };
  const after = { a: [{ b: 2, c: 1 }], d: [1, 3], e: { f: 2 }, g: 1 };

  expect(changedPaths(before, after).map(renderPath)).toEqual(['a[0].b', 'd', 'e.f']);
});

test('leaves tags_all out where tags says the same, and only there', () => {
  const paths = changedPaths(
    { tags: { a: '1' }, tags_all: { a: '1', b: '1' } },
    { tags: { a: '2' }, tags_all: { a: '2', b: '2' } },
  );

  expect(paths.map(renderPath)).toEqual(['tags.a', 'tags_all.b']);
});

test.each([['tags.Name'], ['launch_template[0].version'], ['tags["cost center"]'], ['tags["a\\"b"].c']])(
  'reads the path %s as it is written',
  (text) => {
    const path = parsePath(text).map((key) => (typeof key === 'string' ? key.replace('\\"', '"') : key));

    expect(renderPath(path)).toBe(text);
  },
);
