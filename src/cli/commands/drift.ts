import { analyzeDrift, countByClass, driftExitCode } from '../../drift';
import { schedule } from '../../terraform/scheduler';
import type { CommandResult, Context } from '../context';
import { EXIT } from '../exit-code';
import type { DriftCommandOptions } from '../options';
import { renderDrift } from '../render/drift';
import { failuresOf, renderFailures, valuesOf } from '../session/failures';
import { planStack, planStacks, type PlannedStack } from '../session/plan-stacks';
import { openSession, type Session } from '../session/session';
import { stackDocuments } from '../session/stack-documents';

/**
 * Tells what changed outside Terraform from what is only not applied yet.
 *
 * It plans without the lock and applies nothing. With `--stack`, the other stacks' states are read too: a rule of a
 * selected stack's security group may be managed by another stack.
 */
export async function drift(context: Context, options: DriftCommandOptions): Promise<CommandResult> {
  const session = await openSession(context, options);
  const results = await planStacks(context, session, session.selected, { lock: false });
  const failed = failuresOf(results);
  const planned = valuesOf(results);
  const neighbours = await planNeighbours(context, session);
  const stacks = analyzeDrift(
    planned.map(({ stack, plan }) => ({ stack: stack.name, plan: plan.json, configuration: stackDocuments(stack) })),
    { withValues: options.values, neighbours: neighbours.map(({ plan }) => plan.json) },
  ).map((one, position) => ({ ...one, placeholders: planned[position]?.summary.placeholders ?? [] }));
  if (failed.length > 0) {
    context.log(renderFailures(failed));
    context.log('members that those stacks manage count as unmanaged here');
  }
  return {
    exitCode: failed.length > 0 ? EXIT.failed : driftExitCode(stacks),
    text: renderDrift(session.environment, stacks, context.style),
    document: { environment: session.environment, summary: countByClass(stacks), stacks, failed },
  };
}

/** Plans, without asking AWS, of the stacks that were not selected. */
async function planNeighbours(context: Context, session: Session): Promise<readonly PlannedStack[]> {
  const others = session.assembly.stacks.filter(
    (stack) => !session.selected.includes(stack) && stack.name !== session.stateStack,
  );
  const results = await schedule(
    others.map((stack) => ({
      name: stack.name,
      dependencies: [],
      run: () => planStack(session, stack, { lock: false, refresh: false }),
    })),
    { signal: context.signal },
  );
  const failed = [...results.values()].find((result) => result.status === 'failed');
  if (failed?.status === 'failed') throw failed.error;
  return valuesOf(results);
}
