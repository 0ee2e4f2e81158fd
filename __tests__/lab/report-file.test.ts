import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabRecord } from '../../src/lab/lab-record';
import { readReport, reportFolder, reportOf, withResult, writeReport } from '../../src/lab/scenarios/report-file';
import { defaultModel } from './support/assemblies';
import { temporaryFolder } from '../support/temporary-folder';

const MODEL = defaultModel('production');
const RECORD: LabRecord = {
  pid: 1,
  identity: '',
  startedAt: '2026-11-21T09:00:00Z',
  environment: 'production',
  runDirectory: '',
  socketDirectory: '',
  ports: {},
};
const KILLED = { name: 'node-killed', summary: '', passed: false, figure: null, unit: null, detail: 'late' } as const;
const SLOW = { ...KILLED, name: 'files-slow', expected: 'survived', logLine: null } as const;

let project: string;

beforeEach(() => (project = temporaryFolder()));

it('begins with what is known of the machine and what the lab does not show', () => {
  const report = reportOf(project, RECORD, MODEL);

  expect(report).toMatchObject({ environment: 'production', scenarios: [], faults: [] });
  expect(report.machine.cpus).toBeGreaterThan(0);
  expect(report.notShown).toContain(
    'mysql 8.4: MariaDB stands for it, with the same TLS and a standby that acknowledges every write',
  );
});

it('has nothing before anything was recorded', () => {
  expect(readReport(project)).toBeUndefined();
});

it('is read as it was written', () => {
  const report = withResult(reportOf(project, RECORD, MODEL), { result: KILLED, bootSeconds: { stock: 90 } });

  writeReport(project, report);

  expect(readReport(project)).toEqual(report);
  expect(report.bootSeconds).toEqual({ stock: 90, prepared: null });
});

it('takes a later result in the place of an earlier one of the same name', () => {
  const first = withResult(reportOf(project, RECORD, MODEL), { result: KILLED, bootSeconds: { stock: 90 } });

  const second = withResult(first, { result: { ...KILLED, passed: true }, bootSeconds: {} });

  expect(second.scenarios).toEqual([{ ...KILLED, passed: true }]);
  expect(second.bootSeconds.stock).toBe(90);
});

it('keeps faults apart from scenarios', () => {
  const report = withResult(reportOf(project, RECORD, MODEL), { result: SLOW, bootSeconds: {} });

  expect(report).toMatchObject({ scenarios: [], faults: [SLOW] });
});

it('goes on with the report of the same lab', () => {
  const report = withResult(reportOf(project, RECORD, MODEL), { result: KILLED, bootSeconds: {} });
  writeReport(project, report);

  expect(reportOf(project, RECORD, MODEL)).toEqual(report);
});

it('begins anew for another lab, without the screenshots of the one before', () => {
  writeReport(project, withResult(reportOf(project, RECORD, MODEL), { result: KILLED, bootSeconds: {} }));
  writeFileSync(join(reportFolder(project), 'home.png'), '');

  expect(reportOf(project, { ...RECORD, startedAt: '2026-11-21T10:00:00Z' }, MODEL).scenarios).toEqual([]);
  expect(existsSync(join(reportFolder(project), 'home.png'))).toBe(false);
});
