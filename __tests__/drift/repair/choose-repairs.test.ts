import { chooseRepairs, readRepairSettings, repairObjections, type RepairSettings } from '../../../src/drift';
import { planOf, reportOf, type ResourceFixture } from '../plan-fixture';

const NOW = new Date('2026-11-21T12:00:00Z');
const SETTINGS: RepairSettings = { allow: ['*.tags', 'aws_cloudwatch_metric_alarm'], most: 2, freeze: [] };

function tagged(name: string): ResourceFixture {
  return { address: `aws_eip.${name}`, applied: { tags: {} }, live: { tags: { a: '1' } }, planned: { tags: {} } };
}

function chosen(
  resources: readonly ResourceFixture[],
  settings: Partial<RepairSettings> = {},
): readonly (readonly string[])[] {
  const findings = reportOf(planOf(...resources)).stacks[0]?.findings ?? [];
  const { targets, refused } = chooseRepairs(findings, { ...SETTINGS, ...settings }, NOW);
  return [targets, refused.map(({ address, reason }) => `${address}: ${reason}`)];
}

test('nothing is repaired unless it is named', () => {
  expect(chosen([tagged('A')], readRepairSettings({}, 'drift.json'))).toEqual([
    [],
    ["aws_eip.A: 'allow' does not name tags.a"],
  ]);
});

test('what is named by attribute or by type is repaired', () => {
  const alarm = {
    address: 'aws_cloudwatch_metric_alarm.Cpu',
    applied: { threshold: 1 },
    live: { threshold: 2 },
    planned: { threshold: 1 },
  };

  expect(chosen([tagged('A'), alarm])).toEqual([['aws_cloudwatch_metric_alarm.Cpu', 'aws_eip.A'], []]);
});

test.each<[string, ResourceFixture, string]>([
  [
    'another attribute',
    { ...tagged('A'), applied: { tags: {}, x: 1 }, live: { tags: { a: '1' }, x: 2 }, planned: { tags: {}, x: 1 } },
    "'allow' does not name x",
  ],
  ['a replacement', { ...tagged('A'), replaces: true }, 'the next apply would replace it'],
  [
    'a deletion',
    { address: 'aws_cloudwatch_metric_alarm.Cpu', applied: { a: 1 }, live: null, planned: { a: 1 } },
    "the class 'deleted' is never repaired without a person",
  ],
])('%s is left alone', (_case, resource, reason) => {
  expect(chosen([resource])).toEqual([[], [`${resource.address}: ${reason}`]]);
});

test('policies added to one role are removed by one update, unless the list drifted by more than that', () => {
  const names = (policy_names: readonly string[]) => ({ role_name: 'web', policy_names });
  const inline_policy = ['a', 'b'].map((name) => ({ name, policy: '{}' }));
  const role = { address: 'aws_iam_role.Web', applied: { name: 'web', inline_policy } };
  const list = (...wanted: readonly string[]): ResourceFixture => ({
    address: 'aws_iam_role_policies_exclusive.Web',
    ...{ applied: names(wanted), live: names(['a', 'b']), planned: names(wanted) },
  });
  const settings = { allow: ['aws_iam_role_policies_exclusive'], most: 1 };

  expect(chosen([role, list()], settings)).toEqual([['aws_iam_role_policies_exclusive.Web'], []]);
  expect(chosen([role, list('missing')], settings)[0]).toEqual([]);
});

test('more than the limit at once is left to a person', () => {
  expect(chosen(['A', 'B', 'C'].map(tagged))).toEqual([
    [],
    [": 3 resources may be repaired and 'most' is 2: so much at once needs a person"],
  ]);
});

test.each([
  ['2026-11-20T00:00:00Z', '2026-11-22T00:00:00Z', 0],
  ['2026-11-20T00:00:00Z', '2026-11-21T12:00:00Z', 1],
  ['2026-11-21T12:00:01Z', '2026-11-22T00:00:00Z', 1],
])('in a freeze from %s until %s it chooses %i', (from, until, count) => {
  const [targets, refused] = chosen([tagged('A')], { freeze: [{ from, until, reason: 'sales' }] });

  expect(targets).toHaveLength(count);
  expect(refused).toEqual(count === 1 ? [] : [`: nothing is repaired until ${until}: sales`]);
});

test('a plan that does more than update what it is for is refused', () => {
  const plan = planOf(
    tagged('A'),
    tagged('B'),
    { address: 'aws_lb.C', applied: { a: 1 }, planned: { a: 2 }, replaces: true },
    { address: 'aws_lb.D', applied: { a: 1 } },
  );

  expect(repairObjections(plan, ['aws_eip.A'])).toEqual([
    'the plan would also update aws_eip.B',
    'the plan would replace aws_lb.C',
  ]);
});

test.each<[string, unknown, string]>([
  [
    'everything',
    { allow: ['*'] },
    `'allow' must list types or '<type>.<attribute>' with '*' for every type, got ["*"]`,
  ],
  ['no limit', { most: 0 }, "'most' must be a whole number above 0, got 0"],
  [
    'a freeze that ends before it begins',
    { freeze: [{ from: '2027-01-01', until: '2026-01-01', reason: 'x' }] },
    "'freeze' must list objects with 'from' before 'until'",
  ],
  ['an unknown setting', { allowed: [] }, "'allowed' is not known; known: allow, most, freeze"],
  ['no object', 7, "'repair' must be an object"],
])('settings with %s are refused', (_case, repair, problem) => {
  expect(() => readRepairSettings({ repair }, 'drift.json')).toThrow(`repair in 'drift.json': ${problem}`);
});
