import type { Switched } from '../../../release';
import { isObject, objectOf, textOf } from '../../../terraform/json';
import type { Context } from '../../context';
import type { ReleaseOptions } from '../../options';
import type { Session } from '../../session/session';

/** What became of `current`, for programs. */
export interface SwitchDocument {
  readonly current: string | null;
  readonly previous: string | null;
  readonly changed: boolean;
  /** Replaces the instances that run, which keep the release they started with. */
  readonly refreshCommand: string;
}

/** Describes a choice of a release for programs. */
export function switchDocument(session: Session, name: string, { previous, changed }: Switched): SwitchDocument {
  return { current: name, previous: previous ?? null, changed, refreshCommand: refreshCommand(session) };
}

/** Says what was chosen, how to go back, and how instances get it. */
export function switchText(
  context: Context,
  session: Session,
  options: ReleaseOptions,
  document: SwitchDocument,
): string {
  const { current, previous, changed } = document;
  const tail = `-e ${session.environment}${options.app === undefined ? '' : ` --app ${options.app}`}${options.sandbox ? ' --sandbox' : ''}`;
  if (!changed) return `${session.environment}: ${current ?? ''} is current already; nothing was changed`;
  const before = previous === null ? 'there was none before' : `before it was ${previous}`;
  return [
    `${session.environment}: ${context.style('strong', current ?? '')} is current now; ${before}`,
    ...(previous === null ? [] : ['go back:', `  wordpress-ha release current ${previous} ${tail}`]),
    'new instances take it when they start; replace those that run, a few at a time:',
    `  ${document.refreshCommand}`,
  ].join('\n');
}

/**
 * The command that replaces every instance.
 *
 * The group's own settings say how many at a time; matching ones are replaced too, because a new release changes nothing
 * in their launch template.
 */
function refreshCommand({ assembly, entry }: Session): string {
  const groups = assembly.stacks.flatMap(({ configuration }) =>
    Object.values(objectOf(objectOf(configuration['resource'])['aws_autoscaling_group'])).filter(isObject),
  );
  const name = groups.map((group) => textOf(group, 'name')).find((text) => text !== undefined && !text.includes('${'));
  const region = entry === undefined ? '' : ` --region ${entry.region}`;
  return (
    `aws autoscaling start-instance-refresh${region} --auto-scaling-group-name ${name ?? 'GROUP'} ` +
    `--preferences '{"SkipMatching":false}'`
  );
}
