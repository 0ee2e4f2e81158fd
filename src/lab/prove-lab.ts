import { UserError } from '../core/errors';
import type { Variables } from '../terraform/process/process-environment';
import { runningLab } from './lab-record';
import { LabUnderTest } from './scenarios/lab-under-test';
import { prove } from './scenarios/prove';
import type { FaultResult, LabReport, ScenarioResult } from './scenarios/report';
import { reportFolder, reportOf, withResult, writeReport } from './scenarios/report-file';
import { chooseTrials } from './scenarios/trials';

/** What to show on the running lab of a project. */
export interface ProofOptions {
  readonly project: string;
  readonly variables: Variables;
  /** Names of trials; all of them when there is none. */
  readonly names: readonly string[];
  readonly onProgress: (line: string) => void;
  readonly onResult: (result: ScenarioResult | FaultResult) => void;
  readonly signal: AbortSignal;
}

/**
 * Runs trials on the running lab of a project and records each result as it comes.
 *
 * @throws UserError when a name is not known or no lab runs
 */
export async function proveLab({ project, names, onResult, ...options }: ProofOptions): Promise<LabReport> {
  const trials = chooseTrials(names);
  const record = runningLab(project);
  if (record === undefined) throw new UserError("no lab is running; start one with 'wordpress-ha lab up'");
  const lab = new LabUnderTest({ ...options, record, folder: reportFolder(project) });
  let report = reportOf(project, record, lab.model);
  await prove(lab, trials, (outcome) => {
    report = withResult(report, outcome);
    writeReport(project, report);
    onResult(outcome.result);
  });
  return report;
}
