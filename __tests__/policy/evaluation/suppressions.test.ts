import { evaluate } from '../../../src/policy/evaluation/evaluate';
import type { Report } from '../../../src/policy/evaluation/finding';
import { fail } from '../../../src/policy/rule/verdict';
import type { Rule } from '../../../src/policy/rule/rule';
import { readPolicyFile } from '../../../src/policy/suppression/read-suppressions';
import { synthesized } from '../support/configuration';
import { ruleOf, selectionOf, TODAY } from '../support/rules';

const ACCEPTED = {
  rule: 'WPHA-TEST-001',
  reason: 'a demo that lives for a day',
  owner: 'web-team',
  expires: '2027-05-31',
};

interface Case {
  readonly rule?: Partial<Rule>;
  /** Entries of `policy.json`. */
  readonly file?: readonly object[];
  /** Entries on the construct of `aws_x.b` and `aws_x.c`. */
  readonly construct?: readonly object[];
  readonly today?: string;
  readonly stacks?: readonly string[];
}

function reportOf({ rule, file = [], construct, today = TODAY, stacks }: Case): Report {
  const remarks = construct === undefined ? {} : { '//': { policy: { suppress: construct } } };
  const resource = { aws_x: { a: { good: true }, b: { good: false, ...remarks }, c: { good: false, ...remarks } } };
  return evaluate(synthesized({ resource }), selectionOf(ruleOf(rule)), {
    today,
    suppressions: readPolicyFile({ suppressions: file }, 'policy.json'),
    ...(stacks === undefined ? {} : { stacks }),
  });
}

const open = ({ findings }: Report): readonly string[] =>
  findings.filter(({ suppression }) => suppression === undefined).map(({ rule, address }) => `${rule.id} ${address}`);

test('an address glob silences what it fits and nothing else', () => {
  const report = reportOf({ file: [{ ...ACCEPTED, address: 'aws_x.b' }] });

  expect(open(report)).toEqual(['WPHA-TEST-001 aws_x.c']);
  expect(report.counts).toMatchObject({ suppressed: 1, alarming: 1 });
  expect(reportOf({ file: [{ ...ACCEPTED, address: 'aws_*' }] }).counts).toMatchObject({ suppressed: 2, alarming: 0 });
  expect(open(reportOf({ file: [{ ...ACCEPTED, address: 'aws_*', stack: 'data' }] }))).toContain(
    'WPHA-TEST-001 aws_x.b',
  );
});

test('one finding on a resource can be silenced while the others stay', () => {
  const check: Rule['check'] = (role) => [
    fail([role, 'policy'], 'a', { part: 'iam:PassRole' }),
    fail([role, 'policy'], 'b', { part: 's3:*' }),
  ];
  const { findings } = reportOf({ rule: { check }, file: [{ ...ACCEPTED, address: '*', finding: 'iam:PassRole' }] });

  expect(
    [...new Set(findings.map(({ part, suppression }) => `${part} ${suppression === undefined}`))].toSorted(),
  ).toEqual(['iam:PassRole false', 's3:* true']);
});

test('holds on its last day, and the finding is back on the day after', () => {
  const file = [{ ...ACCEPTED, address: '*' }];

  expect(reportOf({ file, today: '2027-05-31' }).counts).toMatchObject({ suppressed: 2, alarming: 0 });
  const after = reportOf({ file, today: '2027-06-01' });
  expect(open(after)).toEqual(['WPHA-TEST-001 aws_x.b', 'WPHA-TEST-001 aws_x.c', 'WPHA-SUPPRESS-001 *']);
  expect(after.findings.at(-1)?.message).toBe(
    'suppression of WPHA-TEST-001 by web-team in policy.json: it expired on 2027-05-31; repair the finding or decide anew',
  );
});

test('one that silences nothing is a finding, unless only some stacks are judged', () => {
  const file = [{ ...ACCEPTED, address: 'aws_x.a' }];

  expect(open(reportOf({ file }))).toContain('WPHA-SUPPRESS-002 aws_x.a');
  expect(open(reportOf({ file, stacks: ['web'] }))).not.toContain('WPHA-SUPPRESS-002 aws_x.a');
});

test('one for a rule that is not checked is left alone', () => {
  expect(open(reportOf({ file: [{ ...ACCEPTED, rule: 'WPHA-TEST-009', address: '*' }] }))).toHaveLength(2);
});

test('a rule may refuse to be silenced', () => {
  const report = reportOf({ rule: { suppressible: false }, file: [{ ...ACCEPTED, address: '*' }] });

  expect(open(report)).toEqual(['WPHA-SUPPRESS-003 *', 'WPHA-TEST-001 aws_x.b', 'WPHA-TEST-001 aws_x.c']);
  expect(report.counts.alarming).toBe(3);
});

test('one that lasts longer than a year has no effect', () => {
  const report = reportOf({ file: [{ ...ACCEPTED, address: '*', expires: '2027-11-23' }] });

  expect(open(report)).toContain('WPHA-SUPPRESS-004 *');
  expect(report.counts.suppressed).toBe(0);
  expect(reportOf({ file: [{ ...ACCEPTED, address: '*', expires: '2027-11-22' }] }).counts.suppressed).toBe(2);
});

test('a rule that fails cannot be silenced', () => {
  const check: Rule['check'] = () => {
    throw new Error('broken');
  };
  expect(reportOf({ rule: { check }, file: [{ ...ACCEPTED, address: '*' }] }).counts).toMatchObject({
    suppressed: 0,
    errors: 3,
  });
});

test('one on a construct silences all its resources and is used when one of them needs it', () => {
  const report = reportOf({ construct: [{ ...ACCEPTED, construct: 'web/Things' }] });

  expect(open(report)).toEqual([]);
  expect(report.findings.map(({ suppression }) => suppression?.origin)).toEqual(['web/Things', 'web/Things']);
});

test.each([
  [{ address: '*' }, "suppression 1 in 'policy.json': 'reason' is required, as a text"],
  [{ ...ACCEPTED, address: '*', owner: ' ' }, "suppression 1 in 'policy.json': 'owner' is required, as a text"],
  [
    ACCEPTED,
    "suppression 1 in 'policy.json': 'address' is required, a Terraform address in which '*' stands for anything",
  ],
  [{ ...ACCEPTED, address: '*', reason: 'because' }, "'reason' must have at least 10 characters, got 'because'"],
  [
    { ...ACCEPTED, address: '*', expires: '2027-02-30' },
    "'expires' must be a day such as 2027-05-31, got '2027-02-30'",
  ],
  [{ ...ACCEPTED, address: '*', expires: 'soon' }, "'expires' must be a day such as 2027-05-31, got 'soon'"],
  [
    { ...ACCEPTED, address: '*', until: 'x' },
    "'until' is not known; known: address, stack, rule, reason, owner, expires, finding",
  ],
])('refuses %j in a file', (entry, message) => {
  expect(() => readPolicyFile({ suppressions: [entry] }, 'policy.json')).toThrow(message);
});

test.each([[null], [{}], [{ suppressions: {} }], [{ suppressions: [], ignore: [] }]])(
  'refuses the file %j',
  (content) => {
    expect(() => readPolicyFile(content, 'policy.json')).toThrow(
      "'policy.json' must hold an object with a list 'suppressions'",
    );
  },
);

test('refuses one on a construct that is not whole', () => {
  expect(() => reportOf({ construct: [{ rule: 'WPHA-TEST-001' }] })).toThrow(
    "suppression 1 of aws_x.b in stack 'web': 'reason' is required, as a text",
  );
});
