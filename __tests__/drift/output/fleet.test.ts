import {
  driftJunit,
  fleetDocument,
  fleetExitCode,
  fleetHtml,
  fleetJunit,
  fleetMarkdown,
  fleetRows,
  fleetSarif,
  worstExitCode,
} from '../../../src/drift';
import { CANARY, sampleDocument } from './sample';

const NOW = new Date('2026-11-21T13:00:00.000Z');
const SAMPLE = sampleDocument();
const STAGING = { ...SAMPLE, environment: 'staging', checkedAt: '2026-11-21T11:00:00.000Z' };
const FLEET = fleetDocument([STAGING, SAMPLE], [{ environment: 'test<1>', error: 'no <b>access</b>' }], NOW);
const FINDINGS = SAMPLE.stacks.flatMap(({ findings }) => findings);

test('sums up all environments, by name, as old as the oldest check', () => {
  expect(FLEET.environments.map(({ environment }) => environment)).toEqual(['production', 'staging']);
  expect(FLEET.checkedAt).toBe('2026-11-21T11:00:00.000Z');
  expect(FLEET.summary.revertable).toBe(2 * SAMPLE.summary.revertable);
  expect(FLEET.severities.critical).toBe(2 * SAMPLE.severities.critical);
  expect(fleetDocument([], [], NOW).checkedAt).toBe('2026-11-21T13:00:00.000Z');
});

test.each<[string, () => string]>([
  ['JSON', () => JSON.stringify(FLEET)],
  ['Markdown', () => fleetMarkdown(FLEET)],
  ['SARIF', () => JSON.stringify(fleetSarif(FLEET, { version: '1', locate: () => () => undefined }))],
  ['JUnit', () => fleetJunit(FLEET)],
  ['HTML', () => fleetHtml(FLEET)],
])('%s holds every finding of every environment, and nothing that terraform marks sensitive', (_format, output) => {
  const text = output();

  expect(text).not.toContain(CANARY);
  expect(text).toContain('staging');
  for (const { address } of FINDINGS) {
    const part = address.split('[')[0] ?? '';
    expect(text.split(part).length - 1).toBeGreaterThanOrEqual(2);
  }
});

test('what nobody could check is an error in JUnit and SARIF, and is told as text in HTML and Markdown', () => {
  const { runs } = fleetSarif(FLEET, { version: '1', locate: () => () => undefined }) as {
    runs: { automationDetails: { id: string }; invocations: [{ executionSuccessful: boolean }] }[];
  };

  expect(runs.map(({ automationDetails }) => automationDetails.id)).toEqual(
    ['production', 'staging', 'test<1>'].map((name) => `wordpress-ha-drift/${name}/`),
  );
  expect(runs.at(-1)?.invocations[0].executionSuccessful).toBe(false);
  const errors = fleetJunit(FLEET).match(/<error /g)?.length;
  expect(errors).toBe(2 * (driftJunit(SAMPLE).match(/<error /g)?.length ?? 0) + 1);
  expect(fleetHtml(FLEET)).toContain('<b>test&lt;1&gt; could not be checked</b>: no &lt;b&gt;access&lt;/b&gt;');
  expect(fleetMarkdown(FLEET)).toContain('**test&lt;1> could not be checked**: no &lt;b>access&lt;/b>');
});

test('a stack of which several parts could not be checked is named once in the table', () => {
  const twice = { ...SAMPLE, failed: [...SAMPLE.failed, { stack: 'data', error: 'another reason' }] };

  expect(fleetRows({ environments: [twice], failed: [] }).map(({ notChecked }) => notChecked)).toEqual(['data']);
});

test('marks of findings are there once on the page of all environments', () => {
  const marks = [...fleetHtml(FLEET).matchAll(/ id="([^"]+)"/g)].map(([, mark]) => mark);

  expect(marks.length).toBeGreaterThan(2 * FINDINGS.length);
  expect(new Set(marks).size).toBe(marks.length);
});

test.each([
  [[0, 0], 0],
  [[0, 3], 3],
  [[3, 2, 0], 2],
  [[2, 1, 3], 1],
  [[], 0],
] as const)('of the exit codes %j the worst is %i', (codes, worst) => {
  expect(worstExitCode(codes)).toBe(worst);
});

test('what could not be checked never reads as no drift', () => {
  const clean = { ...SAMPLE, stacks: [], failed: [] };

  expect(fleetExitCode({ environments: [clean], failed: [] })).toBe(0);
  expect(fleetExitCode({ environments: [{ ...clean, failed: SAMPLE.failed }], failed: [] })).toBe(1);
  expect(fleetExitCode({ environments: [clean], failed: FLEET.failed })).toBe(1);
  expect(fleetExitCode({ environments: [{ ...SAMPLE, failed: [] }, clean], failed: [] })).toBe(2);
});
