import fc from 'fast-check';
import { UserError } from '../../src/core/errors';
import { analyzeDrift } from '../../src/drift';
import { canonical } from '../../src/drift/compare/canonical';
import { driftOf, planOf } from './plan-fixture';

const scalar = fc.oneof(fc.string({ minLength: 1 }), fc.integer(), fc.boolean());
const attributes = fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 });
const entry = fc.record(
  {
    address: fc.oneof(fc.string(), fc.constantFrom('aws_security_group.A', 'aws_iam_role.B["x"]')),
    type: fc.constantFrom('aws_security_group', 'aws_iam_role', 'aws_vpc', 'toString'),
    mode: fc.constantFrom('managed', 'data'),
    change: fc.oneof(
      fc.jsonValue(),
      fc.record({ actions: fc.jsonValue(), before: fc.jsonValue(), after: fc.jsonValue() }),
    ),
    values: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const plan = fc.record(
  {
    format_version: fc.constant('1.2'),
    resource_drift: fc.oneof(fc.jsonValue(), fc.array(entry)),
    resource_changes: fc.oneof(fc.jsonValue(), fc.array(entry)),
    output_changes: fc.jsonValue(),
    prior_state: fc.oneof(
      fc.jsonValue(),
      fc.record({ values: fc.record({ root_module: fc.record({ resources: fc.array(entry) }) }) }),
    ),
  },
  { requiredKeys: ['format_version'] },
);

/** The same value with the members of every object and list in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, reversed(inner)] as const)
      .reverse(),
  );
}

test('any JSON in the frame of a plan is judged without an error', () => {
  fc.assert(
    fc.property(plan, fc.jsonValue(), (json, configuration) => {
      analyzeDrift([{ stack: 'any', plan: json, configuration: [configuration] }]);
    }),
  );
});

test('any JSON at all is judged or refused in words', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      try {
        analyzeDrift([{ stack: 'any', plan: json, configuration: [] }]);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
  );
});

test('another order of members is never a finding', () => {
  fc.assert(
    fc.property(attributes, (applied) => {
      const live = reversed(applied) as typeof applied;
      const plan = planOf({ address: 'aws_vpc.Any', applied, live, planned: applied });

      expect(driftOf(plan).findings).toEqual([]);
    }),
  );
});

test('one changed scalar is exactly one finding with one attribute', () => {
  fc.assert(
    fc.property(attributes, scalar, scalar, (others, before, after) => {
      fc.pre(canonical(before) !== canonical(after) && canonical(before) !== '' && canonical(after) !== '');
      const applied = { ...others, changed_value: before };
      const plan = planOf({
        address: 'aws_vpc.Any',
        applied,
        live: { ...others, changed_value: after },
        planned: applied,
      });

      const { findings } = driftOf(plan);

      expect(findings.map((finding) => [finding.class, finding.attributes.map(({ path }) => path)])).toEqual([
        ['revertable', ['changed_value']],
      ]);
    }),
    { examples: [[{}, 0, false]] },
  );
});

test('no value that terraform marks sensitive is in a report, with or without values', () => {
  const canary = 'canary-7f3a';
  const marks = fc.constantFrom<true | { secret: unknown }>({ secret: true }, { secret: { [canary]: true } }, true);
  fc.assert(
    fc.property(attributes, marks, fc.boolean(), (others, sensitive, withValues) => {
      const applied = { ...others, secret: { [canary]: 'old' } };
      const hidden = sensitive === true || sensitive.secret === true;
      const live = { ...others, secret: hidden ? { [`${canary}-key`]: canary } : { [canary]: `${canary}-value` } };
      const plan = planOf({ address: 'aws_ssm_parameter.Any', applied, live, planned: applied, sensitive });

      const report = JSON.stringify(driftOf(plan, [], { withValues }));

      expect(report).not.toContain(hidden ? canary : `${canary}-value`);
    }),
  );
});

test('values are given on request, for short scalars that nothing marks', () => {
  const applied = { size: 20, script: 'a\nb' };
  const plan = planOf({ address: 'aws_db_instance.Any', applied, live: { size: 30, script: 'c' }, planned: applied });

  expect(driftOf(plan, [], { withValues: true }).findings[0]?.attributes).toEqual([
    { path: 'script', sensitive: false },
    { path: 'size', sensitive: false, before: 20, after: 30 },
  ]);
  expect(JSON.stringify(driftOf(plan).findings[0]?.attributes)).not.toContain('30');
});
