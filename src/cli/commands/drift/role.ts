import { UserError } from '../../../core/errors';
import { readerPolicy, type ReadableStack } from '../../../drift';
import { backendOf } from '../../../terraform/backend';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { DriftRoleOptions } from '../../options';
import { openSession } from '../../session/session';
import { knownEnvironments } from './known-environments';

/**
 * Writes the policy of a role that can look for drift of an environment, or of several of them, and change nothing.
 *
 * @throws UserError when the environments are not known, or options are not what they must be
 */
export async function driftRole(context: Context, options: DriftRoleOptions): Promise<CommandResult> {
  const { reports, topic } = options;
  const { document, unknownTypes } = readerPolicy(await readableStacks(context, options), {
    ...(reports === undefined ? {} : { objectsArn: objectsOf(reports) }),
    ...(topic === undefined ? {} : { topicArn: topic }),
  });
  if (unknownTypes.length > 0) {
    context.log(`how ${unknownTypes.join(', ')} is read is not known: add the actions that terraform asks for`);
  }
  return { exitCode: EXIT.clean, text: JSON.stringify(document, null, 2), document };
}

async function readableStacks(context: Context, options: DriftRoleOptions): Promise<readonly ReadableStack[]> {
  const { all, only } = options;
  if (!all && only.length > 0)
    throw new UserError("'--only' needs '--all'; name a single environment by '--environment'");
  const environments = all ? await knownEnvironments(context, options, '--all', only) : [options.environment];
  const stacks: ReadableStack[] = [];
  // each is synthesized into a folder of its own
  for (const environment of environments) {
    const { selected } = await openSession(context, { ...options, environment });
    stacks.push(...selected.map((stack) => ({ configuration: stack.configuration, backend: backendOf(stack) })));
  }
  return stacks;
}

function objectsOf(place: string): string {
  const [, bucket, prefix = ''] = /^s3:\/\/([a-z0-9.-]+)(?:\/(.*?))?\/?$/.exec(place) ?? [];
  if (bucket === undefined) throw new UserError(`'--history' must be s3://BUCKET/PREFIX, got '${place}'`);
  return `arn:aws:s3:::${bucket}/${prefix === '' ? '' : `${prefix}/`}*`;
}
