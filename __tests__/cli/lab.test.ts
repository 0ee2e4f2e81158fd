import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { LabPort } from '../../src/cli/lab-port';
import type { ProofOptions } from '../../src/lab/prove-lab';
import type { LabReport } from '../../src/lab/scenarios/report';
import { TRIALS } from '../../src/lab/scenarios/trials';
import { fakeLab } from './lab-world';
import { wordpressHa } from './support';

const SCHEMAS = join(__dirname, '../../src/cli/schemas');
const KILLED = {
  name: 'node-killed',
  summary: 'a node that loses its power costs little',
  passed: true,
  figure: 3,
  unit: 'requests',
  detail: '3 of 90 requests failed (504)',
} as const;
const REPORT: LabReport = {
  environment: 'production',
  startedAt: '2026-11-21T09:00:00Z',
  machine: { cpus: 2, memoryGiB: 23, kernel: '6.1.0' },
  bootSeconds: { stock: null, prepared: 34 },
  scenarios: [KILLED],
  faults: [],
  notShown: [],
};

function validate(name: string, document: unknown): unknown {
  const schema = JSON.parse(readFileSync(join(SCHEMAS, `${name}.schema.json`), 'utf8')) as object;
  const check = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
  return check(document) ? 'valid' : check.errors;
}

function run(line: string, report: LabReport | undefined, asked: ProofOptions[] = []) {
  const lab: LabPort = {
    ...fakeLab(),
    trials: () => Promise.resolve(TRIALS),
    prove: (options) => {
      asked.push(options);
      options.onProgress('node-killed: a node loses its power');
      for (const result of report?.scenarios ?? []) options.onResult(result);
      return Promise.resolve(report ?? REPORT);
    },
    report: () => Promise.resolve(report),
  };
  return wordpressHa(line, { services: { lab } });
}

const FAILED: LabReport = { ...REPORT, scenarios: [{ ...KILLED, passed: false, figure: null, unit: null }] };

describe('lab prove', () => {
  it('shows all that there is when nothing is named, and tells each result as it comes', async () => {
    const asked: ProofOptions[] = [];

    const { exitCode, stdout, stderr } = await run('lab prove', REPORT, asked);

    expect({ exitCode, names: asked[0]?.names }).toEqual({ exitCode: 0, names: [] });
    expect(stderr).toBe(
      'node-killed: a node loses its power\nnode-killed passed: 3 requests: 3 of 90 requests failed (504)\n',
    );
    expect(stdout).toContain('1 of 1 passed');
  });

  it('shows what is named', async () => {
    const asked: ProofOptions[] = [];

    await run('lab prove node-killed upload-shared', REPORT, asked);

    expect(asked[0]?.names).toEqual(['node-killed', 'upload-shared']);
  });

  it('ends with findings when something failed', async () => {
    const { exitCode, stderr } = await run('lab prove', FAILED);

    expect({ exitCode, told: stderr.includes('node-killed FAILED: 3 of 90') }).toEqual({ exitCode: 2, told: true });
  });

  it('lists what can be shown, faults marked', async () => {
    const { exitCode, stdout } = await run('lab prove --list', undefined);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^node-killed +- +a node that loses its power/m);
    expect(stdout).toMatch(/^files-slow +survived +/m);
  });
});

describe('lab report', () => {
  it('tells what was recorded', async () => {
    const { exitCode, stdout } = await run('lab report', REPORT);

    expect(exitCode).toBe(0);
    expect(stdout).toContain('Power-on to healthy, prepared image: 34 s');
  });

  it('cannot run when nothing is recorded', async () => {
    const { exitCode, stderr } = await run('lab report', undefined);

    expect(exitCode).toBe(1);
    expect(stderr).toContain("nothing is recorded; run 'wordpress-ha lab up', then 'wordpress-ha lab prove'");
  });
});

test.each([
  ['lab-report', 'lab prove', REPORT, 0],
  ['lab-report', 'lab prove', FAILED, 2],
  ['lab-report', 'lab report', REPORT, 0],
  ['lab-report', 'lab report', FAILED, 2],
  ['lab-trials', 'lab prove --list', undefined, 0],
])('one document as %s.schema.json says: %s', async (name, line, report, code) => {
  const outcome = await run(`${line} --json`, report);

  expect(validate(name, outcome.json())).toBe('valid');
  expect(outcome.exitCode).toBe(code);
});
