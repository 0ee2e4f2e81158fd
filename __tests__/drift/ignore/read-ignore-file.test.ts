import { readIgnoreFile } from '../../../src/drift';

const RULE = { address: 'aws_vpc.*', reason: 'agreed with operations', owner: 'web-team', expires: '2026-12-31' };

test('takes rules as they are', () => {
  expect(readIgnoreFile({ ignore: [RULE] }, 'drift.json')).toEqual([RULE]);
});

test.each<[string, object, string]>([
  ['no owner', { owner: '' }, "'owner' is required, as a text"],
  [
    'an unknown field',
    { atribute: 'tags' },
    "'atribute' is not known; known: address, reason, owner, expires, stack, class, attribute, object, when, severity",
  ],
  [
    'a short reason',
    { reason: 'ok' },
    "'reason' must have at least 10 characters, got 'ok'; say why the drift is acceptable",
  ],
  ['no day', { expires: '2026-02-30' }, "'expires' must be a day such as 2027-05-31, got '2026-02-30'"],
  [
    'no class',
    { class: 'gone' },
    '\'class\' must be one of invisible, unmanaged, deleted, revertable, pending, accepted, observed, got "gone"',
  ],
  ['a mild severity', { severity: 'low' }, "'severity' must be 'critical' or left out, got \"low\""],
  ['a stack that is no text', { stack: 1 }, "'stack' must be a text"],
  [
    'two conditions',
    { attribute: 'a', when: { equals: 1, oneOf: [] } },
    '\'when\' must hold exactly one of equals, oneOf, between, matches, got {"equals":1,"oneOf":[]}',
  ],
  ['a condition on nothing', { when: { equals: 1 } }, "'when' needs 'attribute', the path whose value it is about"],
  [
    'one bound',
    { attribute: 'a', when: { between: [1] } },
    "'between' must hold the least and the most, each a number or the path of an attribute",
  ],
  ['one of no list', { attribute: 'a', when: { oneOf: 1 } }, "'oneOf' must be a list"],
  [
    'a pattern that is no text',
    { attribute: 'a', when: { matches: 1 } },
    "'matches' must be a text in which '*' stands for any characters",
  ],
])('refuses %s', (_case, change, problem) => {
  expect(() => readIgnoreFile({ ignore: [RULE, { ...RULE, ...change }] }, 'drift.json')).toThrow(
    `rule 2 in 'drift.json': ${problem}`,
  );
});

test('names every problem of every rule', () => {
  const read = (): unknown => readIgnoreFile({ ignore: [{ ...RULE, owner: '' }, 'x'] }, 'drift.json');

  expect(read).toThrow(
    "rule 1 in 'drift.json': 'owner' is required, as a text\nrule 2 in 'drift.json': must be an object",
  );
});

test.each([
  ['something else', { ignored: [] }, ", got 'ignored'"],
  ['no list', { ignore: {} }, ''],
])('refuses a file that holds %s', (_case, content, got) => {
  expect(() => readIgnoreFile(content, 'drift.json')).toThrow(
    `'drift.json' must hold a list 'ignore', an object 'repair' or both, and nothing else${got}`,
  );
});

test('a file with nothing but repair settings has no rules', () => {
  expect(readIgnoreFile({ repair: {} }, 'drift.json')).toEqual([]);
});
