import { rmSync } from 'node:fs';
import type { StackAssembly } from '../../terraform/assembly';
import { placeholderUpstreams, prepareOffline, type IncompleteUpstream } from '../../terraform/offline/offline';
import { summarizePlan, type PlanSummary } from '../../terraform/plan/plan-summary';
import { schedule, type JobResult } from '../../terraform/schedule/scheduler';
import type { Plan, PlanOptions } from '../../terraform/execution/terraform';
import type { Context } from '../context';
import type { Progress } from '../progress';
import { summaryLine } from '../render/plan-table';
import { failureText, valuesOf } from '../failures';
import { askOnce, incompleteUpstreams, type ReadOutputs } from './incomplete-upstreams';
import type { Session } from './session';

/** A planned stack; a plan with placeholders must not be applied. */
export interface PlannedStack {
  readonly stack: StackAssembly;
  readonly plan: Plan;
  readonly summary: PlanSummary;
}

/** Plans one stack, with stand-ins for those values of upstream stacks that are not applied yet. */
export async function planStack(
  session: Session,
  stack: StackAssembly,
  options: PlanOptions = {},
  outputsOf: ReadOutputs = (upstream) => session.outputsOf(upstream),
): Promise<PlannedStack> {
  const incomplete = await incompleteUpstreams(stack, session.assembly.stacks, outputsOf);
  const plan =
    incomplete.length === 0
      ? await (await session.ready(stack)).plan(options)
      : await planPreview(session, stack, incomplete, options);
  const placeholders = incomplete.map(({ name }) => name);
  return { stack, plan, summary: summarizePlan(stack.name, plan.json, placeholders) };
}

/** Real values of the upstream stacks lie in a private folder while the plan lasts. */
async function planPreview(
  session: Session,
  stack: StackAssembly,
  incomplete: readonly IncompleteUpstream[],
  options: PlanOptions,
): Promise<Plan> {
  const folder = session.privateFolder();
  try {
    const preview = placeholderUpstreams(session.assembly, stack, incomplete, session.placeholderContext, folder);
    // a preview is never applied, so nobody needs its values
    const read = options.read === 'changes' ? 'actions' : options.read;
    return await (await session.connect(preview, preview.workspace)).plan({ ...options, read });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Plans stacks side by side, as many as there are processors: a plan reads what is applied, so none has to wait for
 * another.
 */
export async function planStacks(
  context: Context,
  session: Session,
  stacks: readonly StackAssembly[],
  options: PlanOptions = {},
): Promise<ReadonlyMap<string, JobResult<PlannedStack>>> {
  const outputsOf = askOnce((upstream) => session.outputsOf(upstream));
  const jobs = stacks.map((stack) => ({ stack, run: () => planStack(session, stack, options, outputsOf) }));
  const results = await runAll(context, jobs);
  for (const { stack, plan } of valuesOf(results)) plan.notes?.forEach((note) => context.log(`${stack.name}: ${note}`));
  return results;
}

/** Plans every selected stack from nothing, with neither network nor credentials. */
export async function planOffline(
  context: Context,
  session: Session,
): Promise<ReadonlyMap<string, JobResult<PlannedStack>>> {
  const prepared = prepareOffline(session.assembly, session.placeholderContext);
  const names = session.selected.map(({ name }) => name);
  const jobs = prepared
    .filter(({ name }) => names.includes(name))
    .map((stack) => ({
      stack,
      run: async (): Promise<PlannedStack> => {
        const terraform = await session.connectOffline(stack);
        const plan = await terraform.plan({ refresh: false, lock: false, read: 'actions' });
        return { stack, plan, summary: summarizePlan(stack.name, plan.json, stack.placeholders) };
      },
    }));
  return runAll(context, jobs);
}

interface PlanJob {
  readonly stack: StackAssembly;
  readonly run: () => Promise<PlannedStack>;
}

async function runAll(
  context: Context,
  jobs: readonly PlanJob[],
): Promise<ReadonlyMap<string, JobResult<PlannedStack>>> {
  const progress = context.progress(
    'plan',
    jobs.map(({ stack }) => stack.name),
  );
  try {
    return await schedule(
      jobs.map(({ stack, run }) => ({
        name: stack.name,
        dependencies: [],
        run: () => watched(progress, stack.name, run),
      })),
      { signal: context.signal },
    );
  } finally {
    await progress.end();
  }
}

async function watched(progress: Progress, name: string, run: () => Promise<PlannedStack>): Promise<PlannedStack> {
  progress.update(name, 'planning');
  try {
    const planned = await run();
    progress.done(name, summaryLine(planned.summary));
    return planned;
  } catch (error) {
    progress.fail(name, failureText(error));
    throw error;
  }
}
