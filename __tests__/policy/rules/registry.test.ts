import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../../src/policy/rules';
import type { Rule, RuleMaps } from '../../../src/policy/rule/rule';
import catalogue from './catalogue.json';

const FOLDER = join(__dirname, '../../../src/policy/rules');
const MAPS = ['checkov', 'fsbp', 'cis', 'trivy', 'cdkNag'] as const;

/** Rows, each with the ids that well-known rule sets have for it. */
const ROWS: ReadonlyMap<string, RuleMaps> = new Map(Object.entries(catalogue));
const rule = RULES.map((each): [string, Rule] => [each.id, each]);

/** Files of an area that define a rule, and the ids in them. */
function defined(): (readonly [file: string, id: string])[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const ids = [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/^ {2}id: '([^']+)'/gm)];
      return ids.map(([, id = '']) => [file, id] as const);
    });
}

test('every rule that a file defines is in the list, and none twice', () => {
  expect(RULES.map(({ id }) => id)).toEqual(
    defined()
      .map(([, id]) => id)
      .toSorted(),
  );
});

test('a file defines one rule, in the folder of its area', () => {
  expect(new Set(defined().map(([file]) => file)).size).toBe(RULES.length);
  expect(defined().filter(([file, id]) => !file.startsWith(`${(id.split('-')[1] ?? '').toLowerCase()}/`))).toEqual([]);
});

test.each(defined())('%s is tried by a test of the same name', (file) => {
  expect(existsSync(join(__dirname, file.replace(/\.ts$/, '.test.ts')))).toBe(true);
});

test.each(rule)('%s is numbered like its first row of the catalogue, or from 500 on', (id, { rows: implemented }) => {
  const [first] = implemented;
  expect(implemented.filter((row) => !ROWS.has(row))).toEqual([]);
  if (first === undefined) expect(Number(id.slice(-3))).toBeGreaterThanOrEqual(500);
  else expect(id).toBe(`WPHA-${first}`);
});

test.each(rule)('%s names only ids that the catalogue has for its rows', (_id, { rows: implemented, maps }) => {
  const known = implemented.map((row) => ROWS.get(row));
  const strange = MAPS.flatMap((kind) =>
    (maps[kind] ?? []).filter((id) => known.length > 0 && !known.some((row) => row?.[kind]?.includes(id))),
  );
  expect(strange).toEqual([]);
});

test.each(rule)('%s says in full what it wants, why, and what to do', (_id, { title, why, fix, appliesTo }) => {
  expect(title).toMatch(/^[^A-Z].*[^.]$|^[A-Z]{2}.*[^.]$/);
  expect(why).toMatch(/^[A-Z'].{20,}\.$/);
  expect(fix).toMatch(/^[A-Z'].{15,}\.$/);
  expect(new Set(appliesTo).size).toBe(appliesTo.length);
});

test('a row is implemented by one rule', () => {
  const implemented = RULES.flatMap((each) => each.rows);
  expect(implemented.filter((row, index) => implemented.indexOf(row) !== index)).toEqual([]);
});
