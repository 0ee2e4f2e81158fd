import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { readJsonFile } from '../../terraform/json';
import type { LabRecord } from '../lab-record';
import type { LabModel } from '../model/lab-model';
import { notShown } from './not-shown';
import type { TrialResult } from './prove';
import type { LabReport } from './report';

const GIB = 1024 ** 3;

/** Folder of a project's report and what is kept beside it; it outlives the lab. */
export function reportFolder(project: string): string {
  return resolve(project, '.wordpress-ha', 'lab-report');
}

/** What was recorded last, of a lab that runs or that ran; undefined when nothing was. */
export function readReport(project: string): LabReport | undefined {
  const path = reportPath(project);
  if (!existsSync(path)) return undefined;
  // nobody else writes it
  return readJsonFile(path, "delete it and run 'wordpress-ha lab prove' again") as unknown as LabReport;
}

/** The report of a lab: what is recorded of this very one, or an empty one, which replaces that of another. */
export function reportOf(project: string, { environment, startedAt }: LabRecord, model: LabModel): LabReport {
  const recorded = readReport(project);
  if (recorded?.startedAt === startedAt) return recorded;
  rmSync(reportFolder(project), { recursive: true, force: true });
  return {
    environment,
    startedAt,
    machine: { cpus: cpus().length, memoryGiB: Math.round((totalmem() / GIB) * 10) / 10, kernel: release() },
    bootSeconds: { stock: null, prepared: null },
    scenarios: [],
    faults: [],
    notShown: notShown(model),
  };
}

/** A report with one more result, which replaces an earlier one of the same name. */
export function withResult(report: LabReport, { result, bootSeconds }: TrialResult): LabReport {
  const others = <R extends { readonly name: string }>(results: readonly R[]): R[] =>
    results.filter(({ name }) => name !== result.name);
  return {
    ...report,
    bootSeconds: { ...report.bootSeconds, ...bootSeconds },
    scenarios: 'expected' in result ? report.scenarios : [...others(report.scenarios), result],
    faults: 'expected' in result ? [...others(report.faults), result] : report.faults,
  };
}

/** Records a report; readers see the old file or the new one, never a part. */
export function writeReport(project: string, report: LabReport): void {
  mkdirSync(reportFolder(project), { recursive: true });
  const draft = `${reportPath(project)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(report, undefined, 2)}\n`);
  renameSync(draft, reportPath(project));
}

function reportPath(project: string): string {
  return join(reportFolder(project), 'report.json');
}
