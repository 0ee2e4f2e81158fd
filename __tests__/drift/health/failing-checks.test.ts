import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeDrift, failingChecks } from '../../../src/drift';
import type { JsonObject } from '../../../src/terraform/json';
import { planOf } from '../plan-fixture';

/** What Terraform 1.11.4 writes of conditions that fail, one with a sensitive value in its message, hold, or wait. */
const RECORDED = JSON.parse(readFileSync(join(__dirname, '../recorded/checks.json'), 'utf8')) as {
  readonly checks: readonly { readonly status: string }[];
};

const address = (name: string): JsonObject => ({ kind: 'check', to_display: name });

/** A condition with one instance, as Terraform writes it. */
function check(name: string, status: string, ...messages: readonly string[]): JsonObject {
  const problems = messages.map((message) => ({ message }));
  return { address: address(name), status, instances: [{ address: address(name), status, problems }] };
}

test.each([
  ['fail', [{ address: 'check.site', status: 'fail', problems: ['the site must answer'] }]],
  ['error', [{ address: 'check.site', status: 'error', problems: ['the site must answer'] }]],
  ['pass', []],
  ['unknown', []],
])('a check with the status %s', (status, told) => {
  expect(failingChecks({ checks: [check('check.site', status, 'the site must answer')] })).toEqual(told);
});

test.each(['check.site', 'aws_lb.Public["a"]', 'output.url', 'var.name'])('conditions of %s are told', (name) => {
  expect(failingChecks({ checks: [check(name, 'fail')] })).toEqual([{ address: name, status: 'fail', problems: [] }]);
});

test('of a recorded plan what fails is told, without the message that holds something sensitive', () => {
  expect(RECORDED.checks.map(({ status }) => status).toSorted()).toEqual(['fail', 'fail', 'pass', 'pass', 'unknown']);
  expect(failingChecks(RECORDED)).toEqual([
    { address: 'check.plain', status: 'fail', problems: ['plain must be y, is x', 'second'] },
    { address: 'check.secret', status: 'fail', problems: [] },
  ]);
});

test('each instance is told for itself, with all its messages, by address', () => {
  const instances = [
    { address: address('aws_lb.Public["b"]'), status: 'error' },
    { address: address('aws_lb.Public["c"]'), status: 'pass' },
    { status: 'fail', problems: [{ message: 'one' }, { message: 'two' }] },
  ];
  const checks = [check('check.site', 'fail', 'no'), { address: address('aws_lb.Public'), status: 'error', instances }];

  expect(failingChecks({ checks })).toEqual([
    { address: 'aws_lb.Public', status: 'fail', problems: ['one', 'two'] },
    { address: 'aws_lb.Public["b"]', status: 'error', problems: [] },
    { address: 'check.site', status: 'fail', problems: ['no'] },
  ]);
});

test('what could not be evaluated down to its instances is told', () => {
  expect(failingChecks({ checks: [{ address: address('check.site'), status: 'error' }] })).toEqual([
    { address: 'check.site', status: 'error', problems: [] },
  ]);
});

test('a message moves no cursor and takes one line', () => {
  const [told] = failingChecks({
    checks: [check('check.site', 'fail', 'the site\r\n\tmust\u001b[31m answer\n', ' \n')],
  });

  expect(told?.problems).toEqual(['the site must [31m answer']);
});

const anything = fc.jsonValue({ maxDepth: 5 });
const status = fc.constantFrom('pass', 'fail', 'error', 'unknown');
const entry = fc.record(
  {
    address: fc.oneof(anything, fc.record({ to_display: fc.string() })),
    status: fc.oneof(anything, status),
    instances: fc.oneof(anything, fc.array(fc.record({ status, problems: anything, address: anything }))),
  },
  { requiredKeys: [] },
);

test('in any JSON at all, a check is told where it or an instance of it fails or could not be evaluated', () => {
  const bad = (value: unknown): boolean => value === 'fail' || value === 'error';
  fc.assert(
    fc.property(entry, anything, (one, other) => {
      const instances = Array.isArray(one.instances) ? one.instances : [];
      const failing = instances.filter((each) => bad((each as JsonObject | null)?.['status']));

      expect(failingChecks({ checks: [one] })).toHaveLength(
        failing.length === 0 ? Number(bad(one.status)) : failing.length,
      );
      expect(() => [failingChecks(other), failingChecks({ checks: other })]).not.toThrow();
    }),
  );
});

test('no check changes what counts as drift', () => {
  const plan = planOf({ address: 'aws_vpc.Network', applied: { a: '1' }, live: { a: '2' }, planned: { a: '1' } });
  const judged = (checks: unknown) => analyzeDrift([{ stack: 'web', plan: { ...plan, checks }, configuration: [] }]);
  fc.assert(
    fc.property(fc.array(entry), (checks) => {
      expect(judged(checks)).toEqual(judged([]));
    }),
  );
});
