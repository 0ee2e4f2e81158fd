import Ajv from 'ajv';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { DRIFT_SEVERITIES, driftHtml, driftJunit, driftMarkdown, driftSarif, healthNotes } from '../../../src/drift';
import { CANARY, sampleDocument } from './sample';

const DOCUMENT = sampleDocument();
const FINDINGS = DOCUMENT.stacks.flatMap(({ findings }) => findings);
const IGNORED = DOCUMENT.stacks.flatMap(({ ignored }) => ignored);
const HEALTH = healthNotes(DOCUMENT);
const SARIF_OPTIONS = { version: '1.0.0', locate: () => ({ file: 'stacks/web-stack.ts', line: 40, column: 5 }) };

interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly { readonly justification: string }[];
  readonly locations: readonly { readonly physicalLocation: { readonly region: object } }[];
}

function sarifResults(): readonly SarifResult[] {
  const { runs } = driftSarif(DOCUMENT, SARIF_OPTIONS) as { runs: [{ results: SarifResult[] }] };
  return runs[0].results;
}

function validated(log: object): unknown {
  const schema = Object.fromEntries(
    Object.entries(sarifSchema).filter(([name]) => name !== 'id' && name !== '$schema'),
  );
  const check = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, logger: false }).compile(schema);
  return check(log) ? 'valid' : check.errors;
}

function occurrences(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

test('the sample has something of every kind', () => {
  expect(FINDINGS.map(({ class: kind }) => kind).toSorted()).toEqual([
    ...['deleted', 'invisible', 'invisible', 'pending', 'revertable', 'revertable'],
  ]);
  expect(IGNORED).toHaveLength(1);
  expect(DOCUMENT.stacks[0]?.expected).toHaveLength(1);
  expect(DOCUMENT.ignoreProblems).toHaveLength(1);
  expect(HEALTH).toHaveLength(2);
});

test.each<[string, () => string]>([
  ['JSON', () => JSON.stringify(DOCUMENT)],
  ['Markdown', () => driftMarkdown(DOCUMENT)],
  ['SARIF', () => JSON.stringify(driftSarif(DOCUMENT, SARIF_OPTIONS))],
  ['JUnit', () => driftJunit(DOCUMENT)],
  ['HTML', () => driftHtml(DOCUMENT)],
])(
  'nothing that terraform marks sensitive is in %s, and every finding, failing check and alarm is',
  (_format, output) => {
    const text = output();

    expect(text).not.toContain(CANARY);
    for (const { address } of [...FINDINGS, ...HEALTH])
      expect(text.replaceAll('\\_', '_')).toContain(address.split('[')[0]);
  },
);

test('every output counts the same findings', () => {
  expect(sarifResults()).toHaveLength(FINDINGS.length + IGNORED.length);
  expect(occurrences(driftJunit(DOCUMENT), /<testcase /g)).toBe(
    FINDINGS.length + IGNORED.length + HEALTH.length + DOCUMENT.failed.length,
  );
  expect(occurrences(driftHtml(DOCUMENT), /<article /g)).toBe(FINDINGS.length + IGNORED.length);
  const rows = occurrences(driftMarkdown(DOCUMENT), new RegExp(`^\\| (${DRIFT_SEVERITIES.join('|')}) \\|`, 'gm'));
  expect(rows).toBe(FINDINGS.length);
  expect(Object.values(DOCUMENT.severities).reduce((sum, count) => sum + count, 0)).toBe(FINDINGS.length);
});

describe('SARIF', () => {
  it('is valid, with stable fingerprints, places and who accepts what', () => {
    expect(validated(driftSarif(DOCUMENT, SARIF_OPTIONS))).toBe('valid');
    const [first] = sarifResults();
    expect(first).toMatchObject({
      ruleId: 'drift-invisible',
      partialFingerprints: { 'wordpressHaDrift/v1': FINDINGS[0]?.fingerprint },
    });
    expect(first?.locations[0]?.physicalLocation.region).toEqual({ startLine: 40, startColumn: 5 });
    expect(
      sarifResults().flatMap(({ suppressions }) => suppressions.map(({ justification }) => justification)),
    ).toEqual(['agreed with operations (web-team, until 2026-12-31)']);
  });

  it('says that the run was not complete where something could not be checked', () => {
    expect(JSON.stringify(driftSarif(DOCUMENT, SARIF_OPTIONS))).toContain('"executionSuccessful":false');
  });

  it('notes failing checks and alarms as no results, and the run as complete', () => {
    const log = driftSarif({ ...DOCUMENT, failed: [] }, SARIF_OPTIONS);

    expect(validated(log)).toBe('valid');
    expect(log).toMatchObject({
      runs: [
        {
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: HEALTH.map(({ address, text }) => ({
                ...{ level: 'note', message: { text: `web: ${address} ${text}` } },
              })),
            },
          ],
        },
      ],
    });
  });
});

describe('JUnit', () => {
  it('fails for what alarms, skips what does not, and has an error for what could not be checked', () => {
    const xml = driftJunit(DOCUMENT);

    expect(occurrences(xml, /<failure /g)).toBe(FINDINGS.filter(({ alarming }) => alarming).length);
    expect(occurrences(xml, /<skipped /g)).toBe(IGNORED.length + HEALTH.length + 1);
    expect(xml).toContain('<error message="the token &lt;expired&gt;">');
  });

  it('has a test that passes for a stack without findings, whatever its health', () => {
    const clean = { ...DOCUMENT, failed: [], stacks: [{ ...DOCUMENT.stacks[0], findings: [], ignored: [] }] };
    const xml = driftJunit(clean as unknown as typeof DOCUMENT);

    expect(xml).toContain('name="web is as configured"');
    expect(xml).toContain('<testsuite name="web" tests="3" failures="0" errors="0" skipped="2"');
  });
});

test('Markdown keeps its table whole whatever an address holds', () => {
  const row = driftMarkdown(DOCUMENT)
    .split('\n')
    .find((line) => line.includes('aws_route.Out'));

  expect(row?.replaceAll('\\|', '').split('|')).toHaveLength(6);
});

test.each([
  ['Markdown', driftMarkdown(DOCUMENT), 'the &lt;site> \\| must answer'],
  ['HTML', driftHtml(DOCUMENT), 'the &lt;site&gt; | must answer'],
  ['JUnit', driftJunit(DOCUMENT), 'the &lt;site&gt; | must answer'],
])('%s shows what a check says as text', (_format, output, text) => {
  expect(output).toContain(text);
});

test.each([
  ['Markdown', driftMarkdown],
  ['HTML', driftHtml],
])('%s counts the alarms of all stacks by state', (_format, output) => {
  const [web] = DOCUMENT.stacks;
  const twice = web === undefined ? [] : [web, web, { ...web, health: { checks: [] } }];

  expect(output({ ...DOCUMENT, stacks: twice })).toContain('8 alarms: 2 in alarm, 2 without enough data, 4 OK');
  expect(output({ ...DOCUMENT, stacks: twice.slice(2) })).not.toContain('without enough data');
});

test('HTML shows what values hold as text', () => {
  expect(driftHtml(DOCUMENT)).not.toContain('<b>&"');
  expect(driftHtml(DOCUMENT)).toContain('the token &lt;expired&gt;');
});
