import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { instanceFiles } from '../../src/bootstrap/user-data';
import { FAULTS, lineThatSays, type Fault } from '../../src/lab/faults';
import { renderReport } from '../../src/lab/scenarios/render-report';
import { reportPassed, UNITS, type LabReport } from '../../src/lab/scenarios/report';

const REPORT: LabReport = {
  environment: 'production',
  startedAt: '2026-11-21T09:00:00Z',
  machine: { cpus: 2, memoryGiB: 23, kernel: '6.1.0' },
  bootSeconds: { stock: 115.25, prepared: 34 },
  scenarios: [
    {
      name: 'both-healthy',
      summary: 'both nodes become healthy',
      passed: true,
      figure: 34.127,
      unit: 's',
      detail: 'n1 and n2',
    },
    {
      name: 'cron-once',
      summary: 'cron runs once',
      passed: true,
      figure: null,
      unit: null,
      detail: 'slot 7\nby n2',
    },
  ],
  faults: [
    {
      name: 'bad-checksum',
      summary: 'the archive is not what its checksum says',
      passed: false,
      figure: null,
      unit: null,
      detail: 'the node got into service',
      expected: 'out-of-service',
      logLine: null,
    },
  ],
  notShown: ['network access lists'],
};

describe('renderReport', () => {
  it('lines up results, figures and reasons', () => {
    expect(renderReport(REPORT)).toBe(`Lab of production, started 2026-11-21T09:00:00Z, on 2 CPUs, 23 GiB, Linux 6.1.0
Power-on to healthy, stock image: 115.25 s
Power-on to healthy, prepared image: 34 s

        SCENARIO       FIGURE  DETAIL
passed  both-healthy  34.13 s  n1 and n2
passed  cron-once              slot 7 by n2

        FAULT                          FIGURE  DETAIL
FAILED  bad-checksum (out-of-service)          the node got into service

Not shown here:
  network access lists

2 of 3 passed: NOT what it must be
`);
  });

  it('leaves out what was not tried', () => {
    const text = renderReport({ ...REPORT, faults: [], notShown: [], bootSeconds: { stock: null, prepared: 34 } });

    expect(text).not.toMatch(/FAULT|Not shown|stock/);
    expect(text).toMatch(/2 of 2 passed\n$/);
  });

  it('shows for a fault the line of the log that says why', () => {
    const faults = REPORT.faults.map((fault) => ({ ...fault, logLine: 'FAILED in phase release' }));

    expect(renderReport({ ...REPORT, faults })).toContain('FAILED in phase release\n');
  });
});

describe('reportPassed', () => {
  it('is false when anything failed, and when nothing was tried', () => {
    expect(reportPassed(REPORT)).toBe(false);
    expect(reportPassed({ ...REPORT, faults: [] })).toBe(true);
    expect(reportPassed({ ...REPORT, faults: [], scenarios: [] })).toBe(false);
  });
});

describe('the schema of reports', () => {
  const file = join(__dirname, '../../src/cli/schemas/lab-report.schema.json');
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(file, 'utf8')) as object,
  );

  it('takes a report', () => {
    expect(validate(JSON.parse(JSON.stringify(REPORT)))).toBe(true);
  });

  it.each(UNITS)('takes figures in %s', (unit) => {
    expect(validate({ ...REPORT, scenarios: [{ ...REPORT.scenarios[0], unit }] })).toBe(true);
  });

  it.each([
    ['an unknown unit', { scenarios: [{ ...REPORT.scenarios[0], unit: 'miles' }] }],
    ['a missing figure', { scenarios: [{ ...REPORT.scenarios[0], figure: undefined }] }],
    ['a member of its own', { other: 1 }],
  ])('refuses %s', (_what, change) => {
    expect(validate(JSON.parse(JSON.stringify({ ...REPORT, ...change })))).toBe(false);
  });
});

describe('the faults', () => {
  const program = instanceFiles({ family: 'debian-13' })[0]?.content ?? '';
  const told = Object.entries<Fault>(FAULTS).filter(([, { says }]) => says !== undefined);

  it('that put a node out of service must say why, the others need not', () => {
    const silent = Object.entries<Fault>(FAULTS).filter(([, { says }]) => says === undefined);

    expect(told.every(([, { expected }]) => expected === 'out-of-service')).toBe(true);
    expect(silent.every(([, { expected }]) => expected === 'survived')).toBe(true);
  });

  it.each(told)('%s: the bootstrap has that phase and gives that reason', (_name, { says }) => {
    if (says?.phase !== undefined) expect(program).toMatch(new RegExp(`^ *{? *phase ${says.phase}\\b`, 'm'));
    expect(program).toContain(says?.reason);
  });

  it('are recognized by the line that tells the end of the boot', () => {
    const log =
      'T site [release] failed: MB free\nT site [release] FAILED in phase release (status 1): cannot unpack r1 with 3 MB free: tar';

    expect(lineThatSays(log, FAULTS['full-disk'].says)).toMatch(/FAILED in phase release/);
    expect(lineThatSays(log, FAULTS['mirror-away'].says)).toBeUndefined();
    expect(lineThatSays('T no time left after 840 s', FAULTS['no-time'].says)).toBe('T no time left after 840 s');
  });
});
