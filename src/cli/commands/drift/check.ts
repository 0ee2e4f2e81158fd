import { DRIFT_SEVERITIES, driftDocument, driftExitCode, type DriftSeverity } from '../../../drift';
import { UserError } from '../../../core/errors';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { DriftCommandOptions } from '../../options';
import { driftFormat } from '../../render/drift-formats';
import { checkDrift } from '../../session/check-drift';
import { renderFailures } from '../../session/failures';
import { openSession } from '../../session/session';
import { readDriftFile } from './drift-file';
import { notifiersOf } from './notifiers';
import { remindDaysOf, storiesOf } from './stories';

/**
 * Tells what changed outside Terraform from what is only not applied yet. Applies nothing.
 *
 * @throws UserError when the ignore rules, the threshold or the format are not what they must be
 */
export async function drift(context: Context, options: DriftCommandOptions): Promise<CommandResult> {
  const render = driftFormat(options.format);
  const threshold = thresholdOf(options.threshold);
  const { ignore } = readDriftFile(context.project, options.ignore);
  const remindDays = remindDaysOf(options.remindAfter);
  const { history } = options;
  if (history === undefined && (options.notify.length > 0 || remindDays !== undefined)) {
    throw new UserError(
      "'--notify' and '--remind-after' need '--history', which tells what is new; give a folder or s3://BUCKET/PREFIX",
    );
  }
  const session = await openSession(context, options, { withFrames: true });
  const notifiers = notifiersOf(context, session, options.notify);
  const check = await checkDrift(context, session, { values: options.values, ignore, threshold });
  const { report, failed, placeholders, locate } = check;
  if (failed.length > 0) {
    context.log(renderFailures(failed));
    context.log('members that those stacks manage count as unmanaged here');
  }
  // an emulator records no calls
  const who = options.who && !options.sandbox;
  const told = await storiesOf(context, session, check, { history, who, notifiers, remindDays });
  for (const problem of told.failed) context.log(`${problem}; it is told with the next check`);
  const checkedAt = context.now().toISOString();
  const { environment } = session;
  const document = driftDocument({
    environment,
    checkedAt,
    threshold,
    report,
    failed,
    placeholders,
    stories: told.stories,
  });
  return {
    exitCode: failed.length + told.failed.length > 0 ? EXIT.failed : driftExitCode(report.stacks),
    text: render(document, { style: context.style, locate }),
    document,
  };
}

function thresholdOf(given: string): DriftSeverity {
  const threshold = DRIFT_SEVERITIES.find((each) => each === given);
  if (threshold !== undefined) return threshold;
  throw new UserError(`'--threshold' must be one of ${DRIFT_SEVERITIES.join(', ')}, got '${given}'`);
}
