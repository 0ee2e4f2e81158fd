import { UserError } from '../../../core/errors';
import { readerPolicy } from '../../../drift';
import { backendOf } from '../../../terraform/backend';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { DriftRoleOptions } from '../../options';
import { openSession } from '../../session/session';

/** Writes the policy of a role that can look for drift of an environment and change nothing. */
export async function driftRole(context: Context, options: DriftRoleOptions): Promise<CommandResult> {
  const { reports, topic } = options;
  const session = await openSession(context, options);
  const { document, unknownTypes } = readerPolicy(
    session.selected.map((stack) => ({ configuration: stack.configuration, backend: backendOf(stack) })),
    {
      ...(reports === undefined ? {} : { objectsArn: objectsOf(reports) }),
      ...(topic === undefined ? {} : { topicArn: topic }),
    },
  );
  if (unknownTypes.length > 0) {
    context.log(`how ${unknownTypes.join(', ')} is read is not known: add the actions that terraform asks for`);
  }
  return { exitCode: EXIT.clean, text: JSON.stringify(document, null, 2), document };
}

function objectsOf(place: string): string {
  const [, bucket, prefix = ''] = /^s3:\/\/([a-z0-9.-]+)(?:\/(.*?))?\/?$/.exec(place) ?? [];
  if (bucket === undefined) throw new UserError(`'--history' must be s3://BUCKET/PREFIX, got '${place}'`);
  return `arn:aws:s3:::${bucket}/${prefix === '' ? '' : `${prefix}/`}*`;
}
