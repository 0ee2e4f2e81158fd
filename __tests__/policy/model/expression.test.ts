import * as fc from 'fast-check';
import { partsOf, traversals, wholeTraversal } from '../../../src/policy/model/synthesis/expression';

test.each([
  ['plain', [['text', 'plain']]],
  ['${aws_a.b.id}', [['expression', 'aws_a.b.id']]],
  [
    'a/${x.y}/b',
    [
      ['text', 'a/'],
      ['expression', 'x.y'],
      ['text', '/b'],
    ],
  ],
  ['$${aws:username}', [['text', '${aws:username}']]],
  ['${one([for o in a.b : { x = "}" }])}', [['expression', 'one([for o in a.b : { x = "}" }])']]],
  [
    '${"${a.b}-x"}z',
    [
      ['expression', '"${a.b}-x"'],
      ['text', 'z'],
    ],
  ],
  [
    '%{ if var.x }y%{ endif }',
    [
      ['expression', 'if var.x'],
      ['text', 'y'],
      ['expression', 'endif'],
    ],
  ],
  ['${a.b', [['expression', 'a.b']]],
])('splits %s', (text, parts) => {
  expect(partsOf(text).map(({ kind, text: inner }) => [kind, inner])).toEqual(parts);
});

test('a text without a dollar or percent sign is one part', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = text.replace(/[$%]/g, '');
      expect(partsOf(plain)).toEqual([{ kind: 'text', text: plain }]);
    }),
  );
});

test('any text at all is split without failing', () => {
  const signs = fc.constantFrom('$', '{', '}', '"', '\\', 'a.b', '[', ']', '%', ' ');
  fc.assert(
    fc.property(fc.array(signs), (all) => {
      const text = all.join('');
      expect(partsOf(text).flatMap((part) => traversals(part.text)).length).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a whole expression tells what it reads, with keys in brackets apart', () => {
  expect(wholeTraversal('aws_s3_bucket.each["a.b"].arn')).toEqual({
    root: 'aws_s3_bucket.each',
    steps: [
      { name: 'a.b', bracketed: true },
      { name: 'arn', bracketed: false },
    ],
  });
  expect(wholeTraversal('data.aws_region.here.name')).toMatchObject({ root: 'data.aws_region.here' });
  expect(wholeTraversal('aws_subnet.all[*].id')).toMatchObject({ root: 'aws_subnet.all' });
  expect(wholeTraversal('one(aws_a.b)')).toBeUndefined();
});

test('references are found inside calls and interpolations, and not inside texts', () => {
  const found = traversals('join("-", [aws_a.b.id, "www.example.com", "${aws_c.d.arn}/x", data.aws_e.f.id])');

  expect(found.map(({ root }) => root)).toEqual(['aws_a.b', 'aws_c.d', 'data.aws_e.f']);
});
