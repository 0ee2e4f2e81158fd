import { hasChanges } from '../../terraform/plan/plan-summary';
import type { CommandResult, Context } from '../context';
import { EXIT } from '../exit-code';
import type { PlanCommandOptions } from '../options';
import { planDocument } from '../render/plan-document';
import { renderPlans } from '../render/plan-table';
import { failuresOf, renderFailures, valuesOf } from '../failures';
import { planOffline, planStacks } from '../session/plan-stacks';
import { openSession } from '../session/session';

/** Shows what applying would do, stack by stack; changes nothing. */
export async function plan(context: Context, options: PlanCommandOptions): Promise<CommandResult> {
  const session = await openSession(context, options, { withStateStack: options.offline });
  const results = options.offline
    ? await planOffline(context, session)
    : await planStacks(context, session, session.selected, { read: 'actions' });
  const failed = failuresOf(results);
  const planned = valuesOf(results);
  const summaries = planned.map(({ summary }) => summary);
  if (failed.length > 0) context.log(renderFailures(failed));
  const changed = summaries.some(hasChanges);
  const exitCode = failed.length > 0 ? EXIT.failed : changed && options.detailedExitcode ? EXIT.findings : EXIT.clean;
  const heading = `${session.environment}${options.offline ? ', planned offline from nothing' : ''}`;
  return {
    exitCode,
    text: `${context.style('strong', heading)}\n${renderPlans(summaries, context.style)}`,
    document: { environment: session.environment, offline: options.offline, stacks: planned.map(planDocument), failed },
  };
}
