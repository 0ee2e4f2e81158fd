import { messageOf, UserError } from '../../../core/errors';
import { EXIT } from '../../exit-code';
import { apply } from '../apply';
import { destroy } from '../destroy';
import type { DemoRun } from './demo-run';
import { countBuckets } from './emulated-s3';
import { liftProtection } from './lift-protection';

/** Destroys the environment, then the stack that held its state; answers how many resources are left. */
export async function removeEverything(run: DemoRun): Promise<number> {
  const { context } = run;
  const isProtected = run.entry.protection === 'on';
  if (isProtected) await run.step('destroy: refused, because the environment is protected', () => expectRefusal(run));
  const undo = liftProtection(run.assembly, run.environment, context.now());
  try {
    if (isProtected) {
      // without its protection the environment breaks the rules that ask for it
      const options = run.options({ policy: 'off' });
      await run.step('lift the protection', () => run.expect(EXIT.clean, apply(context, options)));
    }
    await run.step('destroy every stack', () => run.expect(EXIT.clean, destroy(context, run.options())));
    await run.step('destroy the state bucket', () => removeStateBucket(run));
  } finally {
    undo();
  }
  return (await run.countResources()) + (await countBuckets(run.s3));
}

async function removeStateBucket(run: DemoRun): Promise<void> {
  const options = run.options({ stack: [run.stateStack] });
  // the bucket is always kept from destruction: the settings that allow it have to be applied first
  await run.expect(EXIT.clean, apply(run.context, { ...options, policy: 'off' }));
  await run.expect(EXIT.clean, destroy(run.context, options));
}

async function expectRefusal(run: DemoRun): Promise<void> {
  try {
    await destroy(run.context, run.options());
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    run.context.log(messageOf(error));
    return;
  }
  throw new UserError(`'destroy' was not refused although '${run.environment}' is protected`);
}
