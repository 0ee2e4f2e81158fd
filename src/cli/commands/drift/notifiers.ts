import { UserError } from '../../../core/errors';
import { githubIssues, topic, webhook, type Notifier } from '../../../drift';
import type { Context } from '../../context';
import type { Session } from '../../session/session';

const TOPIC = /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/;
const REPOSITORY = /^github:([\w.-]+\/[\w.-]+)$/;
const WEBHOOK_VARIABLE = 'WORDPRESS_HA_WEBHOOK_URL';

/** Somebody to be told, and what messages call them. */
export interface NamedNotifier {
  readonly name: string;
  readonly notify: Notifier;
}

/** @throws UserError when a target is none, or a variable that it needs is missing */
export function notifiersOf(
  context: Context,
  { variables }: Pick<Session, 'variables'>,
  targets: readonly string[],
): readonly NamedNotifier[] {
  return targets.map((target) => ({ name: target, notify: notifierOf(context, variables, target) }));
}

function notifierOf(context: Context, variables: Session['variables'], target: string): Notifier {
  const { fetch } = context.services.drift;
  if (TOPIC.test(target)) return topic(target, variables);
  if (target === 'webhook') return webhook(needed(context, WEBHOOK_VARIABLE, "'--notify webhook'"), fetch);
  const [, name] = REPOSITORY.exec(target) ?? [];
  if (name !== undefined) {
    const token = needed(context, 'GITHUB_TOKEN', `'--notify ${target}'`);
    const api = context.variables['GITHUB_API_URL'];
    return githubIssues({ name, token, ...(api === undefined ? {} : { api }) }, fetch);
  }
  throw new UserError(
    `'--notify' must be the ARN of an SNS topic, 'webhook' or 'github:OWNER/REPOSITORY', got '${target}'`,
  );
}

/** Secrets come from variables, since everybody on a machine can read its command lines. */
function needed({ variables }: Context, name: string, what: string): string {
  const value = variables[name];
  if (value !== undefined && value !== '') return value;
  throw new UserError(`${what} needs the variable ${name}; set it`);
}
