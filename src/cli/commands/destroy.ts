import { UserError } from '../../core/errors';
import { hasChanges } from '../../terraform/plan/plan-summary';
import { acquireRunLock } from '../../terraform/locks/run-lock';
import type { CommandResult, Context } from '../context';
import type { ChangingOptions } from '../options';
import { executionResult } from '../render/execution';
import { renderPlans } from '../render/plan-table';
import { chooseEnvironment } from '../session/choose-environment';
import { confirm } from '../session/confirm';
import { destroyPlans } from '../session/execute-plans';
import { failuresOf, renderFailures, valuesOf } from '../failures';
import { planRemoval } from '../session/plan-removal';
import { openSession, type Session } from '../session/session';
import { assemblyDirectory } from '../session/synthesize';

/** Destroys every stack but the one that holds the state, dependents first. */
export async function destroy(context: Context, options: ChangingOptions): Promise<CommandResult> {
  const environment = chooseEnvironment(options.environment, context.variables, true);
  const lock = await acquireRunLock(assemblyDirectory(context.project, environment), 'destroy');
  try {
    const session = await openSession(context, options, { changing: true, locked: true });
    refuseProtected(session);
    warnOfState(context, session);
    const results = await planRemoval(context, session);
    const failed = failuresOf(results);
    if (failed.length > 0)
      throw new UserError(`nothing was destroyed because not every stack could be planned\n${renderFailures(failed)}`);
    const planned = valuesOf(results);
    const summaries = planned.map(({ summary }) => summary);
    context.log(renderPlans(summaries, context.style));
    if (summaries.some(hasChanges)) {
      const text = `this destroys '${environment}' (${session.selected.map(({ name }) => name).join(', ')})`;
      await confirm(context, { command: 'destroy', text, answer: environment, approved: options.autoApprove });
    }
    return executionResult(context, 'destroyed', environment, await destroyPlans(context, session, planned));
  } finally {
    await lock.release();
  }
}

function refuseProtected({ entry, environment }: Session): void {
  if (entry === undefined || entry.protection === 'off' || entry.protection.startsWith('off until ')) return;
  throw new UserError(
    [
      `'${environment}' is protected (protection is '${entry.protection}'), so it is not destroyed; to unlock it:`,
      `  1. in stacks/environments/${environment}.ts set`,
      "       protection: { offUntil: 'YYYY-MM-DD', reason: '...' },",
      '     with a day at most seven days ahead',
      `  2. wordpress-ha apply -e ${environment}`,
      `  3. wordpress-ha destroy -e ${environment}`,
    ].join('\n'),
  );
}

function warnOfState(context: Context, { selected, stateStack }: Session): void {
  if (!selected.some(({ name }) => name === stateStack)) return;
  context.log(
    `the stack '${stateStack}' holds the state of every environment: without it nothing else can be destroyed`,
  );
}
