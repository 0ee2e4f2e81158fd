import { UserError } from '../../../core/errors';
import { renderReport } from '../../../lab/scenarios/render-report';
import { type LabReport, reportPassed } from '../../../lab/scenarios/report';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';

/** Tells what the last lab of the project has shown. */
export async function labReport(context: Context): Promise<CommandResult> {
  const report = await context.services.lab.report(context.project);
  if (report === undefined) {
    throw new UserError("nothing is recorded; run 'wordpress-ha lab up', then 'wordpress-ha lab prove'");
  }
  return reportResult(report);
}

/** A report as what a command answers: findings when anything failed. */
export function reportResult(report: LabReport): CommandResult {
  const exitCode = reportPassed(report) ? EXIT.clean : EXIT.findings;
  return { exitCode, text: renderReport(report).trimEnd(), document: report };
}
