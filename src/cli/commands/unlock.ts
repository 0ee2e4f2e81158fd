import { UserError } from '../../core/errors';
import type { StackAssembly } from '../../terraform/assembly';
import { schedule } from '../../terraform/schedule/scheduler';
import { describeLock, lockHolder, type LockHolder, type StateLock } from '../../terraform/locks/state-lock';
import type { CommandResult, Context } from '../context';
import { EXIT } from '../exit-code';
import type { UnlockOptions } from '../options';
import { failuresOf, renderFailures, valuesOf } from '../failures';
import { openSession, type Session } from '../session/session';

interface LockedStack {
  readonly stack: StackAssembly;
  readonly lock: StateLock;
  readonly holder: LockHolder;
}

/** Explains who holds the state of a stack and releases it on request. */
export async function unlock(context: Context, options: UnlockOptions): Promise<CommandResult> {
  const session = await openSession(context, options, { changing: true, withStateStack: true });
  const results = await findLocks(context, session);
  const failed = failuresOf(results);
  if (failed.length > 0) throw new UserError(renderFailures(failed));
  const locked = valuesOf(results).flat();
  const lines: string[] = [];
  const locks: object[] = [];
  for (const one of locked) {
    lines.push(`${one.stack.name}: ${describeLock(one.lock, one.holder, context.now())}`);
    const released = await release(context, session, one, options.force, lines);
    locks.push({ stack: one.stack.name, ...one.lock, holder: one.holder, released });
    lines.push(released ? `${one.stack.name}: released` : `${one.stack.name}: not released; '--force' releases it`);
  }
  const remaining = locks.some((lock) => 'released' in lock && lock.released === false);
  return {
    exitCode: remaining ? EXIT.findings : EXIT.clean,
    text: locked.length === 0 ? `${session.environment}: no stack is locked` : lines.join('\n'),
    document: { environment: session.environment, locks },
  };
}

function findLocks(context: Context, session: Session): ReturnType<typeof schedule<LockedStack[]>> {
  const jobs = session.selected.map((stack) => ({
    name: stack.name,
    dependencies: [],
    run: async (): Promise<LockedStack[]> => {
      const workspace = session.workspaceOf(stack);
      const lock = await context.services.readStateLock(stack, workspace, session.variables);
      return lock === undefined ? [] : [{ stack, lock, holder: lockHolder(lock, stack, workspace, session.folder) }];
    },
  }));
  return schedule(jobs, { signal: context.signal });
}

async function release(
  context: Context,
  session: Session,
  { stack, lock, holder }: LockedStack,
  force: boolean,
  said: readonly string[],
): Promise<boolean> {
  if (!force) {
    if (context.ask === undefined) return false;
    const warning = holder === 'running' ? 'that process still runs: two writers can destroy a state\n' : '';
    const answer = await context.ask(`${said.at(-1) ?? ''}\n${warning}type the lock's id (${lock.id}) to release it: `);
    if (answer.trim() !== lock.id) return false;
  }
  const terraform = await session.ready(stack);
  await terraform.forceUnlock(lock.id);
  return true;
}
