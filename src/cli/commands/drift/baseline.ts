import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../../core/errors';
import { baselineOf } from '../../../drift';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { DriftBaselineOptions } from '../../options';
import { count } from '../../render/table';
import { checkDrift } from '../../session/check-drift';
import { openSession } from '../../session/session';
import { addIgnoreRules, DRIFT_FILE, readDriftFile } from './drift-file';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;

/**
 * Writes ignore rules for the drift there is.
 *
 * @throws UserError when something could not be checked: a baseline of half the drift would hide the other half's arrival
 */
export async function driftBaseline(context: Context, options: DriftBaselineOptions): Promise<CommandResult> {
  const { reason, owner, days } = checked(options);
  const expires = new Date(context.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const name = options.file ?? DRIFT_FILE;
  const { ignore } = existsSync(resolve(context.project, name)) ? readDriftFile(context.project, name) : { ignore: [] };
  const session = await openSession(context, options, { looking: true });
  const { report, failed } = await checkDrift(context, session, { values: false, ignore, threshold: 'info' });
  const [first] = failed;
  if (first !== undefined) throw new UserError(`no baseline is written: ${first.stack}: ${first.error}`);
  const { rules, left } = baselineOf(report.stacks, { reason, owner, expires });
  if (rules.length > 0) addIgnoreRules(context.project, name, rules);
  const text = `${count(rules.length, 'rule')} written to '${name}', until ${expires}; ${count(left.length, 'finding')} left to look at`;
  return { exitCode: EXIT.clean, text, document: { file: name, expires, rules, left } };
}

function checked({ reason = '', owner = '', days }: DriftBaselineOptions): {
  reason: string;
  owner: string;
  days: number;
} {
  const number = Number(days);
  const problems = [
    ...(reason.trim().length < 10 ? [`'--reason' must have at least 10 characters, got '${reason}'`] : []),
    ...(owner.trim() === '' ? ["'--owner' is required: the team or person who answers for the drift"] : []),
    ...(Number.isInteger(number) && number >= 1 && number <= LONGEST_DAYS
      ? []
      : [`'--days' must be a whole number from 1 to ${LONGEST_DAYS}, got '${days}'`]),
  ];
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  return { reason, owner, days: number };
}
