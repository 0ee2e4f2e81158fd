import type { FaultResult, ScenarioResult } from '../../../lab/scenarios/report';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import { table } from '../../render/table';
import { reportResult } from './report';

/** What `lab prove` takes. */
export interface LabProveOptions {
  /** Names of trials; all of them when there is none. */
  readonly names: readonly string[];
  /** Only tell what there is. */
  readonly list: boolean;
}

/** Shows on the running lab what the site must do, and records how it came out. */
export async function labProve(context: Context, { names, list }: LabProveOptions): Promise<CommandResult> {
  const { lab } = context.services;
  if (list) {
    const trials = (await lab.trials()).map(({ name, summary, expected = null }) => ({ name, summary, expected }));
    const rows = trials.map(({ name, summary, expected }) => [name, expected ?? '-', summary]);
    return { exitCode: EXIT.clean, text: table(['name', 'fault', 'what it shows'], rows), document: { trials } };
  }
  const report = await lab.prove({
    project: context.project,
    variables: context.variables,
    names,
    signal: context.signal,
    onProgress: (line) => context.log(line),
    onResult: (result) => context.log(line(result)),
  });
  return reportResult(report);
}

function line({ name, passed, figure, unit, detail }: ScenarioResult | FaultResult): string {
  const measured = figure === null ? '' : ` ${figure} ${unit ?? ''}:`;
  return `${name} ${passed ? 'passed' : 'FAILED'}:${measured} ${detail}`;
}
