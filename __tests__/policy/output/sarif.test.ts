import Ajv from 'ajv';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { locationOfFrame } from '../../../src/policy/output/location';
import { sarifLog } from '../../../src/policy/output/sarif';
import { RULES } from '../../../src/policy/rules';
import { evaluate } from '../../../src/policy/evaluation/evaluate';
import { synthesized } from '../support/configuration';
import { TODAY } from '../support/rules';
import { reportOfEverything } from './report';

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly Record<string, unknown>[];
      readonly invocations: readonly unknown[];
    },
  ];
}

const OPTIONS = {
  version: '1.2.3',
  category: 'production',
  locate: ({ construct }: { construct?: string }) =>
    construct === 'web/B' ? locationOfFrame('stacks/web-stack.ts:40:5') : undefined,
};
const log = sarifLog(reportOfEverything(), OPTIONS) as Log;
const [{ tool, results, invocations }] = log.runs;

function valid(document: unknown): unknown {
  // ajv knows draft 4 under neither name
  const schema = Object.fromEntries(
    Object.entries(sarifSchema).filter(([name]) => name !== 'id' && name !== '$schema'),
  );
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, logger: false });
  const check = ajv.compile(schema);
  return check(document) ? 'valid' : check.errors;
}

test('is valid SARIF 2.1.0', () => {
  expect(valid(log)).toBe('valid');
  expect(valid({ ...log, version: '2.0.0' })).not.toBe('valid');
});

test('describes every rule of the package validly', () => {
  const selection = { packs: ['baseline' as const], rules: RULES, threshold: 'low' as const };
  expect(valid(sarifLog(evaluate(synthesized({}), selection, { today: TODAY }), OPTIONS))).toBe('valid');
});

test('every result names its rule by id and by place', () => {
  expect(results.map(({ ruleId, ruleIndex }) => tool.driver.rules[Number(ruleIndex)]?.id === ruleId)).not.toContain(
    false,
  );
});

test('points at the line of TypeScript that made the resource', () => {
  const result = results.find(({ locations }) => JSON.stringify(locations).includes('aws_x.b'));
  expect(result).toMatchObject({
    level: 'error',
    kind: 'fail',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'stacks/web-stack.ts' },
          region: { startLine: 40, startColumn: 5 },
        },
        logicalLocations: [{ fullyQualifiedName: 'web/aws_x.b' }, { fullyQualifiedName: 'web/B' }],
      },
    ],
  });
});

test('tells how bad each rule is in the way of GitHub, and its ids elsewhere', () => {
  expect(tool.driver.rules[0]).toMatchObject({
    properties: { 'security-severity': '8.0', tags: ['security', 'checkov/CKV_X_1', 'cis-aws/3.0.0 1.1'] },
  });
});

test('keeps fingerprints from run to run and apart from each other', () => {
  const prints = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
  const again = sarifLog(reportOfEverything(), OPTIONS) as Log;

  expect(new Set(prints).size).toBe(results.length);
  expect(JSON.stringify(again)).toBe(JSON.stringify(log));
});

test('gives the reason of what is accepted, and does not alarm for what cannot be told', () => {
  expect(results.filter(({ suppressions }) => (suppressions as unknown[]).length > 0)).toMatchObject([
    {
      suppressions: [
        { kind: 'external', justification: 'a demo | <b>for a day</b>', properties: { owner: 'web-team' } },
      ],
    },
  ]);
  expect(results.filter(({ kind }) => kind === 'open')).toMatchObject([{ level: 'none' }]);
});

test('a rule that failed makes the run unsuccessful', () => {
  expect(invocations).toMatchObject([{ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] }]);
});
