import {
  DRIFT_SEVERITIES,
  driftDocument,
  driftExitCode,
  type DriftDocument,
  type DriftSeverity,
  type IgnoreRule,
} from '../../../drift';
import { UserError } from '../../../core/errors';
import type { Context } from '../../context';
import { EXIT, type ExitCode } from '../../exit-code';
import type { DriftCommandOptions } from '../../options';
import type { DriftRendering } from '../../render/drift-formats';
import { checkDrift } from '../../session/check-drift';
import { checkHealth } from '../../session/check-health';
import { renderFailures } from '../../failures';
import { openSession } from '../../session/session';
import { readDriftFile } from './drift-file';
import { notifiersOf } from './notifiers';
import { remindDaysOf, storiesOf } from './stories';

/** What holds for the check of every environment. */
export interface CheckSettings {
  readonly threshold: DriftSeverity;
  readonly ignore: readonly IgnoreRule[];
  readonly remindDays: number | undefined;
}

/** What a check of an environment came to. */
export interface EnvironmentCheck {
  readonly document: DriftDocument;
  readonly exitCode: ExitCode;
  readonly locate: DriftRendering['locate'];
}

/** @throws UserError when the ignore rules, the threshold or options that need each other are not what they must be */
export function checkSettings(context: Context, options: DriftCommandOptions): CheckSettings {
  const threshold = DRIFT_SEVERITIES.find((each) => each === options.threshold);
  if (threshold === undefined) {
    throw new UserError(`'--threshold' must be one of ${DRIFT_SEVERITIES.join(', ')}, got '${options.threshold}'`);
  }
  const { ignore } = readDriftFile(context.project, options.ignore);
  const remindDays = remindDaysOf(options.remindAfter);
  if (options.history === undefined && (options.notify.length > 0 || remindDays !== undefined)) {
    throw new UserError(
      "'--notify' and '--remind-after' need '--history', which tells what is new; give a folder or s3://BUCKET/PREFIX",
    );
  }
  return { threshold, ignore, remindDays };
}

/** Checks one environment, keeps the history and tells whoever wants to know. */
export async function checkEnvironment(
  context: Context,
  options: DriftCommandOptions,
  { threshold, ignore, remindDays }: CheckSettings,
): Promise<EnvironmentCheck> {
  const session = await openSession(context, options, { withFrames: true, looking: true });
  const { environment } = session;
  const notifiers = notifiersOf(context, session, options.notify);
  const check = await checkDrift(context, session, { values: options.values, ignore, threshold });
  const { report, placeholders, locate } = check;
  const { health, failed: unheard } = await checkHealth(context, session, check.planned);
  const failed = [...check.failed, ...unheard];
  if (check.failed.length > 0) {
    context.log(renderFailures(check.failed));
    context.log('members that those stacks manage count as unmanaged here');
  }
  if (unheard.length > 0) context.log(renderFailures(unheard));
  // an emulator records no calls
  const who = options.who && !options.sandbox;
  const told = await storiesOf(context, session, check, { history: options.history, who, notifiers, remindDays });
  for (const problem of told.failed) context.log(`${problem}; it is told with the next check`);
  const checkedAt = context.now().toISOString();
  const { stories } = told;
  return {
    document: driftDocument({ environment, checkedAt, threshold, report, failed, placeholders, health, stories }),
    exitCode: failed.length + told.failed.length > 0 ? EXIT.failed : driftExitCode(report.stacks),
    locate,
  };
}
