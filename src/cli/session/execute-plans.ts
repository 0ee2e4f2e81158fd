import { UserError } from '../../core/errors';
import { hasChanges, type DataAtRisk, type PlanSummary } from '../../terraform/plan/plan-summary';
import { schedule, type JobResult } from '../../terraform/schedule/scheduler';
import type { Context } from '../context';
import type { Progress } from '../progress';
import { summaryLine } from '../render/plan-table';
import { failureText } from '../failures';
import { planStack, type PlannedStack } from './plan-stacks';
import type { PolicyGate } from './policy-gate';
import type { Session } from './session';

/** What became of one stack. */
export interface ExecutedStack {
  readonly stack: string;
  readonly status: 'applied' | 'unchanged';
  readonly summary: PlanSummary;
}

/**
 * Applies the saved plans, each stack as soon as the stacks it depends on are applied.
 *
 * A stack whose upstream changed in this run is planned and judged again first, for its plan holds the old values or
 * stand-ins.
 */
export async function applyPlans(
  context: Context,
  session: Session,
  planned: readonly PlannedStack[],
  gate: PolicyGate,
): Promise<ReadonlyMap<string, JobResult<ExecutedStack>>> {
  const changed = new Set<string>();
  return executeAll(
    context,
    'apply',
    planned,
    ({ stack }) => stack.dependencies,
    async (shown, progress) => {
      const stale = shown.summary.placeholders.length > 0 || shown.stack.dependencies.some((name) => changed.has(name));
      const current = stale ? await planAgain(session, shown, progress) : shown;
      if (!hasChanges(current.summary)) return executed(current, 'unchanged');
      if (stale) refuseFindings(current, gate);
      changed.add(current.stack.name);
      await run(session, current, progress);
      return executed(current, 'applied');
    },
  );
}

/** Applies plans that destroy, each stack once those that depend on it are gone. */
export async function destroyPlans(
  context: Context,
  session: Session,
  planned: readonly PlannedStack[],
): Promise<ReadonlyMap<string, JobResult<ExecutedStack>>> {
  const dependents = ({ stack }: PlannedStack): string[] =>
    planned.filter((other) => other.stack.dependencies.includes(stack.name)).map((other) => other.stack.name);
  return executeAll(context, 'destroy', planned, dependents, async (current, progress) => {
    if (!hasChanges(current.summary)) return executed(current, 'unchanged');
    await run(session, current, progress);
    return executed(current, 'applied');
  });
}

async function executeAll(
  context: Context,
  title: string,
  planned: readonly PlannedStack[],
  dependencies: (planned: PlannedStack) => readonly string[],
  execute: (planned: PlannedStack, progress: Progress) => Promise<ExecutedStack>,
): Promise<ReadonlyMap<string, JobResult<ExecutedStack>>> {
  const progress = context.progress(
    title,
    planned.map(({ stack }) => stack.name),
  );
  const jobs = planned.map((one) => ({
    name: one.stack.name,
    dependencies: dependencies(one),
    run: async () => {
      try {
        return await execute(one, progress).then((result) => finished(result, progress));
      } catch (error) {
        progress.fail(one.stack.name, failureText(error));
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

async function run(session: Session, { stack, plan }: PlannedStack, progress: Progress): Promise<void> {
  progress.update(stack.name, 'starting');
  const terraform = await session.ready(stack);
  await terraform.apply(plan, ({ done, total, address }) => progress.update(stack.name, `${done}/${total} ${address}`));
}

async function planAgain(session: Session, shown: PlannedStack, progress: Progress): Promise<PlannedStack> {
  const { stack } = shown;
  progress.update(stack.name, 'planning again with the values of its upstream stacks');
  const current = await planStack(session, stack, { read: 'changes' });
  const { placeholders, dataAtRisk } = current.summary;
  if (placeholders.length > 0) {
    throw new UserError(
      `'${stack.name}' reads values that ${placeholders.join(', ')} does not have; apply that stack first`,
    );
  }
  const surprise = dataAtRisk.filter((risk) => !shown.summary.dataAtRisk.some((known) => sameRisk(risk, known)));
  if (surprise.length > 0) {
    const lost = surprise.map(({ action, address }) => `${action} ${address}`).join(', ');
    throw new UserError(
      `with the values of its upstream stacks '${stack.name}' would ${lost}, which the plan did not show; plan again and decide`,
    );
  }
  return current;
}

/** What only the values of upstream stacks could tell. */
function refuseFindings(planned: PlannedStack, gate: PolicyGate): void {
  const alarming = gate.judge([planned])?.findings.filter((finding) => finding.alarming) ?? [];
  if (alarming.length === 0) return;
  throw new UserError(
    [
      `with the values of its upstream stacks '${planned.stack.name}' breaks the policy; repair or accept what it finds:`,
      ...alarming.map(({ key, message }) => `  ${key}: ${message}`),
    ].join('\n'),
  );
}

function sameRisk(left: DataAtRisk, right: DataAtRisk): boolean {
  return left.address === right.address && left.action === right.action;
}

function executed({ stack, summary }: PlannedStack, status: ExecutedStack['status']): ExecutedStack {
  return { stack: stack.name, status, summary };
}

function finished(result: ExecutedStack, progress: Progress): ExecutedStack {
  progress.done(result.stack, result.status === 'applied' ? `done: ${summaryLine(result.summary)}` : 'no changes');
  return result;
}
