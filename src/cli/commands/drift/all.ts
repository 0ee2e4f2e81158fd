import { fleetDocument, summaryText, worstExitCode, type DriftSarifOptions } from '../../../drift';
import { plansAtOnce } from '../../../terraform/schedule/machine';
import { schedule, type JobResult } from '../../../terraform/schedule/scheduler';
import { slots } from '../../../terraform/schedule/slots';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { DriftAllOptions } from '../../options';
import { fleetFormat } from '../../render/fleet-formats';
import { count } from '../../render/table';
import { failuresOf, failureText, valuesOf } from '../../failures';
import { fleetContexts } from '../../session/fleet-context';
import { checkEnvironment, checkSettings, type EnvironmentCheck } from './check-environment';
import { knownEnvironments } from './known-environments';

/**
 * Checks every environment, as many plans at the same time as the machine bears. One that fails is told beside the others.
 *
 * @throws UserError when the environments are not known, or options are not what they must be
 */
export async function driftAll(context: Context, options: DriftAllOptions): Promise<CommandResult> {
  const render = fleetFormat(options.format);
  const settings = checkSettings(context, options);
  const names = await knownEnvironments(context, options, '--all', options.only);
  const atOnce = plansAtOnce(context.services.drift.machine());
  context.log(`${count(names.length, 'environment')}, ${count(atOnce, 'plan')} at the same time`);
  const results = await checkAll(context, names, atOnce, (each, environment) =>
    checkEnvironment(each, { ...options, environment }, settings),
  );
  const checks = valuesOf(results);
  const failed = failuresOf(results).map(({ stack: environment, error }) => ({ environment, error }));
  for (const { environment, error } of failed) context.log(`${environment}: ${error}`);
  const document = fleetDocument(
    checks.map((check) => check.document),
    failed,
    context.now(),
  );
  const places = new Map(checks.map(({ document: { environment }, locate }) => [environment, locate]));
  const locate = (environment: string): DriftSarifOptions['locate'] => places.get(environment) ?? (() => undefined);
  const codes = [...checks.map(({ exitCode }) => exitCode), ...failed.map(() => EXIT.failed)];
  return { exitCode: worstExitCode(codes), text: render(document, { style: context.style, locate }), document };
}

async function checkAll(
  context: Context,
  names: readonly string[],
  atOnce: number,
  check: (context: Context, environment: string) => Promise<EnvironmentCheck>,
): Promise<ReadonlyMap<string, JobResult<EnvironmentCheck>>> {
  const progress = context.progress('drift', names);
  const contexts = fleetContexts(context, progress, slots(atOnce));
  const run = async (name: string): Promise<EnvironmentCheck> => {
    progress.update(name, 'begins');
    try {
      const checked = await check(contexts(name), name);
      const { environment, stacks, summary } = checked.document;
      progress.done(name, summaryText(environment, stacks.length, summary, 0));
      return checked;
    } catch (error) {
      progress.fail(name, failureText(error));
      throw error;
    }
  };
  const jobs = names.map((name) => ({ name, dependencies: [], run: () => run(name) }));
  try {
    // one more than there are places: while the last stacks of one are planned, the next is synthesized
    return await schedule(jobs, { concurrency: atOnce + 1, signal: context.signal });
  } finally {
    await progress.end();
  }
}
