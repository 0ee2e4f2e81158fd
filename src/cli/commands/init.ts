import { acquireRunLock } from '../../terraform/locks/run-lock';
import { schedule } from '../../terraform/schedule/scheduler';
import type { CommandResult, Context } from '../context';
import { EXIT } from '../exit-code';
import type { ChangingOptions } from '../options';
import { chooseEnvironment } from '../session/choose-environment';
import { failuresOf, failureText, renderFailures, valuesOf } from '../failures';
import { openSession, type Session } from '../session/session';
import { ensureStateBucket, type StateBucketOutcome } from '../session/state-stack';
import { assemblyDirectory } from '../session/synthesize';

const OUTCOMES: Readonly<Record<StateBucketOutcome, string>> = {
  'not needed': 'no state bucket needed',
  present: 'state bucket present',
  created: 'state bucket created',
};

/** Makes the state bucket where there is none, then connects every stack to its state and makes its workspace. */
export async function init(context: Context, options: ChangingOptions): Promise<CommandResult> {
  const environment = chooseEnvironment(options.environment, context.variables, true);
  const lock = await acquireRunLock(assemblyDirectory(context.project, environment), 'init');
  try {
    const session = await openSession(context, options, { changing: true, locked: true });
    const stateBucket = await ensureStateBucket(context, session, options.autoApprove);
    const results = await connectAll(context, session);
    const failed = failuresOf(results);
    if (failed.length > 0) context.log(renderFailures(failed));
    const stacks = valuesOf(results);
    return {
      exitCode: failed.length > 0 ? EXIT.failed : EXIT.clean,
      text: `${environment}: ${OUTCOMES[stateBucket]}; ready: ${stacks.map(({ stack }) => stack).join(', ')}`,
      document: { environment, stateBucket, stacks, failed },
    };
  } finally {
    await lock.release();
  }
}

async function connectAll(
  context: Context,
  session: Session,
): ReturnType<typeof schedule<{ stack: string; workspace: string }>> {
  const progress = context.progress(
    'init',
    session.selected.map(({ name }) => name),
  );
  const jobs = session.selected.map((stack) => ({
    name: stack.name,
    dependencies: [],
    run: async () => {
      progress.update(stack.name, 'connecting');
      try {
        await session.ready(stack);
      } catch (error) {
        progress.fail(stack.name, failureText(error));
        throw error;
      }
      progress.done(stack.name, 'ready');
      return { stack: stack.name, workspace: session.workspaceOf(stack) };
    },
  }));
  try {
    return await schedule(jobs, { signal: context.signal });
  } finally {
    await progress.end();
  }
}
