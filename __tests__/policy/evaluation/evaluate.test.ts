import * as fc from 'fast-check';
import { evaluate, policyExitCode } from '../../../src/policy/evaluation/evaluate';
import type { Report } from '../../../src/policy/evaluation/finding';
import { reportDocument } from '../../../src/policy/output/document';
import { ResourceGraph } from '../../../src/policy/model/resource-graph';
import { expectTrue } from '../../../src/policy/rule/expect';
import { fail, notApplicable, pass } from '../../../src/policy/rule/verdict';
import type { Rule } from '../../../src/policy/rule/rule';
import { planned, synthesized } from '../support/configuration';
import { ruleOf, selectionOf, TODAY } from '../support/rules';

const THREE = { resource: { aws_x: { a: { good: true }, b: { good: false }, c: { good: '${var.good}' } } } };

function reportOf(rule: Partial<Rule> = {}, configuration: object = THREE): Report {
  return evaluate(synthesized(configuration as never), selectionOf(ruleOf(rule)), { today: TODAY });
}

const brief = ({ findings }: Report): unknown => findings.map(({ kind, key, alarming }) => [kind, key, alarming]);

test('counts passes, failures and what cannot be told', () => {
  const report = reportOf();

  expect(report.counts).toEqual({
    ...{ rules: 1, resources: 3, passed: 1, failed: 1, unknown: 1, errors: 0, suppressed: 0, alarming: 1 },
  });
  expect(brief(report)).toEqual([
    ['fail', 'WPHA-TEST-001 web/aws_x.b#good', true],
    ['unknown', 'WPHA-TEST-001 web/aws_x.c#good', false],
  ]);
  expect(policyExitCode(report)).toBe(2);
});

test('what cannot be told alarms where the rule says so', () => {
  expect(reportOf({ onUnknown: 'fail' }).counts.alarming).toBe(2);
});

test('a finding below the threshold is told and does not alarm', () => {
  const report = reportOf({ severity: 'low' });

  expect(report.counts).toMatchObject({ failed: 1, alarming: 0 });
  expect(policyExitCode(report)).toBe(0);
});

test('a rule that throws is an alarming finding on every resource, whatever its severity', () => {
  const broken = reportOf({
    severity: 'low',
    check: () => {
      throw new Error('no such block');
    },
  });

  expect(broken.counts).toMatchObject({ passed: 0, errors: 3, alarming: 3 });
  expect(broken.findings[0]?.message).toBe('the rule failed, so nothing is proved: no such block');
  expect(policyExitCode(broken)).toBe(2);
});

test('tells several findings on one resource apart by their part, else by a number', () => {
  const report = reportOf(
    {
      check: (resource) => [
        fail([resource, 'policy'], 'allows s3', { part: 's3:*' }),
        fail([resource, 'policy'], 'allows iam', { part: 'iam:*' }),
        fail([resource, 'policy'], 'allows iam again', { part: 'iam:*' }),
      ],
    },
    { resource: { aws_x: { a: {} } } },
  );

  expect(report.findings.map(({ part }) => part)).toEqual(['iam:*', 'iam:*~2', 's3:*']);
});

test('a finding may lie on another resource than the one that is judged', () => {
  const report = reportOf(
    {
      check: (_judged, graph) =>
        graph.ofType('aws_y').map((small) => fail([small, 'size'], 'is too small for it', { resource: small })),
    },
    { resource: { aws_x: { a: {} }, aws_y: { small: { size: 1 } } } },
  );

  expect(report.findings).toMatchObject([{ address: 'aws_y.small', key: 'WPHA-TEST-001 web/aws_y.small#size' }]);
});

test('a rule that does not apply neither passes nor fails', () => {
  expect(reportOf({ check: () => notApplicable() }).counts).toMatchObject({ passed: 0, failed: 0 });
  expect(reportOf({ check: () => [notApplicable(), pass()] }).counts).toMatchObject({ passed: 3 });
});

test('data sources are looked at and not judged', () => {
  expect(reportOf({}, { data: { aws_x: { a: { good: false } } } }).results).toEqual([]);
});

test('judges only the stacks it is told to, and looks at the others', () => {
  const options = { today: TODAY, stacks: ['other'] };
  expect(evaluate(synthesized(THREE), selectionOf(ruleOf()), options).results).toEqual([]);
});

test('asks the synthesized configuration where the plan cannot tell', () => {
  const rule = ruleOf({
    check: (resource) => (resource.get('lifecycle.prevent_destroy').is(true) ? pass() : expectTrue(resource, 'good')),
  });
  const configuration = { resource: { aws_x: { a: { good: '${var.good}', lifecycle: { prevent_destroy: true } } } } };
  const alone = evaluate(planned(configuration), selectionOf(rule), { today: TODAY });
  const both = evaluate(planned(configuration), selectionOf(rule), {
    today: TODAY,
    synthesized: synthesized(configuration),
  });

  expect(alone.counts).toMatchObject({ passed: 0, unknown: 1 });
  expect(both.counts).toMatchObject({ passed: 1, unknown: 0 });
  expect(both.results).toMatchObject([{ source: 'synthesis' }]);
});

test('the same input gives the same bytes, in whatever order it comes', () => {
  const rules = [
    ruleOf(),
    ruleOf({ id: 'WPHA-TEST-002', severity: 'critical' }),
    ruleOf({ id: 'WPHA-TEST-003', severity: 'low' }),
  ];
  const graph = synthesized(THREE);
  const bytes = (resources: typeof graph.resources, ordered: readonly Rule[]): string =>
    JSON.stringify(
      reportDocument(evaluate(new ResourceGraph('synthesis', resources), selectionOf(...ordered), { today: TODAY })),
    );
  const expected = bytes(graph.resources, rules);

  fc.assert(
    fc.property(
      fc.shuffledSubarray([...graph.resources], { minLength: graph.resources.length }),
      fc.shuffledSubarray(rules, { minLength: rules.length }),
      (resources, ordered) => expect(bytes(resources, ordered)).toBe(expected),
    ),
  );
});
