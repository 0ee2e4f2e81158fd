import { UserError } from '../../core/errors';
import { hasChanges, summarizePlan } from '../../terraform/plan/plan-summary';
import type { Context } from '../context';
import { renderPlans } from '../render/plan-table';
import { confirm } from './confirm';
import type { Session } from './session';

/** What became of the state bucket. */
export type StateBucketOutcome = 'not needed' | 'present' | 'created';

/**
 * Makes the bucket for the state by applying the state stack, where the environment keeps state in S3 and the bucket
 * does not exist.
 *
 * @throws UserError when the app has no state stack, or making the bucket is not confirmed
 */
export async function ensureStateBucket(
  context: Context,
  session: Session,
  approved: boolean,
): Promise<StateBucketOutcome> {
  const { entry } = session;
  if (entry === undefined || entry.state.type !== 's3') return 'not needed';
  if (await context.services.bucketExists(entry.state, session.variables)) return 'present';
  const stack = session.assembly.stacks.find(({ name }) => name === session.stateStack);
  const bucket = entry.state.bucket ?? '';
  if (stack === undefined)
    throw new UserError(`the state bucket '${bucket}' does not exist and the app has no stack that makes it`);
  const terraform = await session.ready(stack);
  const plan = await terraform.plan();
  const summary = summarizePlan(stack.name, plan.json);
  context.log(renderPlans([summary], context.style));
  const text = `the state bucket '${bucket}' does not exist in account ${entry.accountId}; the stack '${stack.name}' makes it`;
  await confirm(context, { command: 'init', text, answer: 'yes', approved });
  if (hasChanges(summary)) await terraform.apply(plan);
  return 'created';
}
