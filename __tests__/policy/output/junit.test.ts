import { junitXml } from '../../../src/policy/output/junit';
import { reportOfEverything } from './report';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: readonly Element[];
}

/** Reads XML without comments and CDATA; fails when it is not well formed. */
function parse(xml: string): Element {
  const stack: { name: string; attributes: Record<string, string>; inside: Element[] }[] = [];
  let root: Element | undefined;
  for (const [, close, name = '', written = '', empty] of xml.matchAll(
    /<(\/?)([a-z]+)((?:\s[a-z]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (close === '/') {
      const ended = stack.pop();
      if (ended?.name !== name) throw new Error(`</${name}> ends ${ended?.name ?? 'nothing'}`);
      root = ended;
      continue;
    }
    const attributes = Object.fromEntries(
      [...written.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    );
    const element = { name, attributes, inside: [] };
    stack.at(-1)?.inside.push(element);
    if (empty !== '/') stack.push(element);
  }
  const rest = xml.replace(/<\?[^>]*\?>|<[^>]*>/g, '');
  if (root === undefined || stack.length > 0 || /[<>]|&(?!(?:lt|gt|amp|quot|apos);)/.test(rest))
    throw new Error('not well formed');
  return root;
}

const report = reportOfEverything();
const xml = junitXml(report, 'policy of <web>');
const suites = parse(xml).inside;
const cases = suites.flatMap(({ inside }) => inside.filter(({ name }) => name === 'testcase'));
const having = (name: string): readonly Element[] =>
  cases.filter(({ inside }) => inside.some((each) => each.name === name));

test('is well formed whatever names and reasons hold', () => {
  expect(() => parse(xml)).not.toThrow();
  expect(xml).not.toContain('<b>');
});

test('has a suite for each rule and a test for each resource it applies to', () => {
  expect(suites.map(({ attributes }) => attributes['name']?.slice(0, 17).trim())).toEqual([
    'WPHA-TEST-001 thi',
    'WPHA-TEST-002 thi',
    'WPHA-TEST-003 thi',
    'WPHA-SUPPRESS-002',
  ]);
  expect(cases).toHaveLength(report.results.length + 1);
});

test('comes to the same counts as the report', () => {
  const { counts } = report;
  expect(having('failure')).toHaveLength(counts.failed);
  expect(having('error')).toHaveLength(counts.errors);
  expect(having('skipped')).toHaveLength(counts.suppressed + counts.unknown);
  expect(parse(xml).attributes).toMatchObject({
    tests: String(cases.length),
    failures: String(counts.failed),
    errors: String(counts.errors),
    skipped: String(counts.suppressed + counts.unknown),
  });
});

test('says why a test is skipped, and how bad a rule is', () => {
  const [first] = suites;
  expect(first?.inside[0]?.inside[0]?.attributes).toEqual({ name: 'severity', value: 'high' });
  expect(having('skipped').map(({ inside }) => inside[0]?.attributes['message'])).toEqual([
    'cannot be told: &apos;good&apos; is variable &apos;good&apos;',
    expect.stringContaining('accepted by web-team until 2027-05-31: a demo'),
  ]);
});

test('is the same from run to run', () => {
  expect(junitXml(reportOfEverything(), 'policy of <web>')).toBe(xml);
});
