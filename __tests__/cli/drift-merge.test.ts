import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleetDocument, type DriftDocument, type FleetDocument } from '../../src/drift';
import { sampleDocument } from '../drift/output/sample';
import { projectFolder, wordpressHa } from './support';

const PRODUCTION: DriftDocument = { ...sampleDocument(), failed: [] };
const CLEAN: DriftDocument = { ...PRODUCTION, environment: 'staging', stacks: [], ignoreProblems: [] };
const MATRIX = {
  include: ['production', 'staging'].map((name) => ({ name, environments: [name], arguments: `--only ${name}` })),
};

function write(name: string, content: unknown): void {
  writeFileSync(join(projectFolder(), name), typeof content === 'string' ? content : JSON.stringify(content));
}

beforeEach(() => {
  write('production.json', PRODUCTION);
  write('staging.json', CLEAN);
  write('matrix.json', MATRIX);
});

async function merged(line: string): Promise<{ exitCode: number; fleet: FleetDocument; stderr: string }> {
  const outcome = await wordpressHa(`drift merge ${line} --json`);
  return { ...outcome, fleet: outcome.json() as unknown as FleetDocument };
}

test('makes one report of several, whether they are of one environment or of many', async () => {
  const more = fleetDocument(
    [{ ...CLEAN, environment: 'test' }],
    [{ environment: 'dead', error: 'no access' }],
    new Date(),
  );
  write('more.json', more);
  const { fleet, exitCode } = await merged('more.json production.json staging.json');

  expect(fleet.environments).toEqual([PRODUCTION, CLEAN, { ...CLEAN, environment: 'test' }]);
  expect(fleet.failed).toEqual([{ environment: 'dead', error: 'no access' }]);
  expect(exitCode).toBe(1);
});

test('ends with the exit code of the worst', async () => {
  expect((await merged('production.json staging.json --matrix matrix.json')).exitCode).toBe(2);
  expect((await merged('staging.json')).exitCode).toBe(0);
});

test('tells an environment of the matrix without a report as not checked', async () => {
  const { fleet, exitCode, stderr } = await merged('staging.json --matrix matrix.json');

  expect(fleet.failed).toEqual([{ environment: 'production', error: "job 'production' left no report of it" }]);
  expect(stderr).toContain("production: job 'production' left no report of it");
  expect(exitCode).toBe(1);
});

test.each([
  ['', 'is empty, cut off or no JSON object'],
  [JSON.stringify(PRODUCTION).slice(0, -9), 'is empty, cut off or no JSON object'],
  [{ error: { kind: 'user', message: 'expired token' } }, 'is of a check that could not run: expired token'],
  [{ ...PRODUCTION, surprise: true }, 'is no report of this version'],
])('a report that is none is told beside the others, and never reads as no drift', async (content, error) => {
  write('broken.json', content);
  const { fleet, exitCode } = await merged('staging.json broken.json');

  expect(fleet.failed).toEqual([{ environment: 'broken', error: expect.stringContaining(error) as string }]);
  expect(fleet.environments).toHaveLength(1);
  expect(exitCode).toBe(1);
});

test('a file that is not there is told beside the others', async () => {
  const { fleet } = await merged('staging.json gone.json');

  expect(fleet.failed).toEqual([
    { environment: 'gone', error: expect.stringContaining("'gone.json' cannot be read") as string },
  ]);
});

test.each([
  ['merge production.json production.json', "'production' must be in one report only, got it in 'production.json'"],
  ['merge staging.json --matrix staging.json', "'staging.json' is no matrix of jobs"],
  ['merge staging.json --format xml', "'--format' must be one of"],
  ['merge', "missing required argument 'report'"],
  ['matrix --jobs none', "'--jobs' must be a whole number from 1 to 256, got 'none'"],
  ['matrix -e production', "'--environment' does not go with 'drift matrix'"],
])('refuses drift %s', async (line, message) => {
  const { exitCode, stderr } = await wordpressHa(`drift ${line}`);

  expect(stderr).toContain(message);
  expect(exitCode).toBe(1);
});

test('writes the matrix on one line', async () => {
  const { stdout, exitCode } = await wordpressHa('drift matrix');

  expect(stdout).toBe(
    '{"include":[{"name":"development","environments":["development"],"arguments":"--only development"}]}\n',
  );
  expect(exitCode).toBe(0);
});
