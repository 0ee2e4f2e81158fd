import fc from 'fast-check';
import type { IgnoreRule } from '../../../src/drift';
import { driftOf, planOf, reportOf, type ResourceFixture } from '../plan-fixture';

const TERMS = { reason: 'agreed with operations', owner: 'web-team', expires: '2026-12-31' };
const TODAY = '2026-11-21';
const GROUP = 'aws_autoscaling_group.Web';

function scaled(live: number, max = 6): ResourceFixture {
  const applied = { min_size: 2, max_size: max, desired_capacity: 2, health_check_type: 'ELB' };
  return { address: GROUP, applied, live: { ...applied, desired_capacity: live }, planned: applied };
}

const BETWEEN: IgnoreRule = {
  ...{ address: GROUP, attribute: 'desired_capacity', when: { between: ['min_size', 'max_size'] } },
  ...TERMS,
};

function judged(resource: ResourceFixture, rules: readonly IgnoreRule[], today = TODAY): string[] {
  const { findings, ignored } = driftOf(planOf(resource), [], { ignore: rules, today });
  const named = (list: typeof findings, word: string): string[] =>
    list.map((finding) => `${word} ${finding.attributes.map(({ path }) => path).join()}`);
  return [...named(findings, 'found'), ...named(ignored, 'ignored')];
}

test('a capacity between the bounds of the group is ignored, whatever it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), (capacity) => {
      fc.pre(capacity !== 2);
      const expected = capacity > 2 && capacity <= 6 ? 'ignored' : 'found';

      expect(judged(scaled(capacity), [BETWEEN])).toEqual([`${expected} desired_capacity`]);
    }),
  );
});

test.each<[string, Partial<IgnoreRule>, string]>([
  ['its value', { when: { equals: 4 } }, 'ignored'],
  ['another value', { when: { equals: 5 } }, 'found'],
  ['one of some values', { when: { oneOf: [3, 4] } }, 'ignored'],
  ['bounds in numbers', { when: { between: [0, 3] } }, 'found'],
  ['a glob of addresses', { address: 'aws_*.Web' }, 'ignored'],
  ['another stack', { stack: 'data' }, 'found'],
  ['another class', { class: 'accepted' }, 'found'],
  ['another attribute', { attribute: 'tags' }, 'found'],
])('a rule that names %s takes the finding accordingly', (_case, rule, expected) => {
  const whole = { address: GROUP, attribute: 'desired_capacity', ...TERMS, ...rule };

  expect(judged(scaled(4), [whole])).toEqual([`${expected} desired_capacity`]);
});

test('takes out the attributes that it covers and leaves the others', () => {
  const applied = { desired_capacity: 2, health_check_type: 'ELB', min_size: 2, max_size: 6 };
  const live = { ...applied, desired_capacity: 4, health_check_type: 'EC2' };

  expect(judged({ address: GROUP, applied, live, planned: applied }, [BETWEEN])).toEqual([
    'found health_check_type',
    'ignored desired_capacity',
  ]);
});

test('an expired rule takes out nothing and is told', () => {
  const report = reportOf(planOf(scaled(4)), { ignore: [BETWEEN], today: '2027-01-01' });

  expect(report.stacks[0]?.findings).toHaveLength(1);
  expect(report.ignoreProblems.map(({ message }) => message)).toEqual([
    'it expired on 2026-12-31; repair what it took out, or decide anew',
  ]);
});

test('a rule holds on its last day', () => {
  expect(judged(scaled(4), [BETWEEN], '2026-12-31')).toEqual(['ignored desired_capacity']);
});

test('a rule that nothing needs is told, unless only some stacks were judged', () => {
  const plan = planOf({ address: GROUP, applied: { id: 'g' } });
  const problems = (neighbours: readonly unknown[]): unknown[] =>
    reportOf(plan, { ignore: [BETWEEN], today: TODAY, neighbours }).ignoreProblems.map(({ problem }) => problem);

  expect(problems([])).toEqual(['unused']);
  expect(problems([plan])).toEqual([]);
});

test('a deletion is taken out only by a rule that names it', () => {
  const gone = { address: GROUP, applied: { id: 'g' }, live: null, planned: { id: 'g' } };
  const everything = { address: '*', ...TERMS };

  expect(judged(gone, [everything])).toEqual(['found ']);
  expect(judged(gone, [{ ...everything, class: 'deleted' }])).toEqual(['ignored ']);
});

test('something critical is taken out only by a rule that names it', () => {
  const judge = (): never[][] => [[{ rule: 'R', severity: 'critical', message: 'open' } as never]];
  const ignored = (rule: IgnoreRule): number =>
    driftOf(planOf(scaled(4)), [], { ignore: [rule], today: TODAY, judge }).ignored.length;

  expect(ignored({ address: '*', ...TERMS })).toBe(0);
  expect(ignored({ address: '*', severity: 'critical', ...TERMS })).toBe(1);
});

test('whatever the rules, no deletion and nothing critical goes without being named', () => {
  const rules = fc.array(
    fc.record({
      address: fc.constantFrom('*', 'aws_*', GROUP),
      class: fc.constantFrom(undefined, 'revertable' as const, 'invisible' as const),
      attribute: fc.constantFrom(undefined, 'desired_capacity'),
    }),
  );
  fc.assert(
    fc.property(rules, (some) => {
      const ignore = some.map((rule) => JSON.parse(JSON.stringify({ ...rule, ...TERMS })) as IgnoreRule);
      const plan = planOf(
        { address: 'aws_db_instance.Main', applied: { id: 'd' }, live: null, planned: { id: 'd' } },
        { address: GROUP, applied: { id: 'g' }, live: null, planned: { id: 'g' } },
      );

      expect(driftOf(plan, [], { ignore, today: TODAY }).findings).toHaveLength(2);
    }),
  );
});
