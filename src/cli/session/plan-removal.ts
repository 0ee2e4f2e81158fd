import type { StackAssembly } from '../../terraform/assembly';
import { summarizePlan } from '../../terraform/plan/plan-summary';
import { schedule, type JobResult } from '../../terraform/schedule/scheduler';
import type { Context } from '../context';
import { summaryLine } from '../render/plan-table';
import { failureText } from '../failures';
import { incompleteUpstreams } from './incomplete-upstreams';
import type { PlannedStack } from './plan-stacks';
import type { Session } from './session';

/** Plans the removal of everything in the selected stacks, side by side. */
export async function planRemoval(
  context: Context,
  session: Session,
): Promise<ReadonlyMap<string, JobResult<PlannedStack>>> {
  const progress = context.progress(
    'plan',
    session.selected.map(({ name }) => name),
  );
  const jobs = session.selected.map((stack) => ({
    name: stack.name,
    dependencies: [],
    run: async () => {
      progress.update(stack.name, 'planning');
      try {
        const planned = await planStackRemoval(session, stack);
        progress.done(stack.name, summaryLine(planned.summary));
        return planned;
      } catch (error) {
        progress.fail(stack.name, failureText(error));
        throw error;
      }
    },
  }));
  try {
    return await schedule(jobs, { signal: context.signal });
  } finally {
    await progress.end();
  }
}

/** Without its upstream's values a stack cannot be refreshed; what its state holds can be removed all the same. */
async function planStackRemoval(session: Session, stack: StackAssembly): Promise<PlannedStack> {
  const incomplete = await incompleteUpstreams(stack, session.assembly.stacks, (other) => session.outputsOf(other));
  const terraform = await session.ready(stack);
  const plan = await terraform.plan({ mode: 'destroy', refresh: incomplete.length === 0 });
  return { stack, plan, summary: summarizePlan(stack.name, plan.json) };
}
