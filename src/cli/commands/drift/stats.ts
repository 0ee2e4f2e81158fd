import { UserError } from '../../../core/errors';
import { driftStatistics, readKept, type DriftStatistics } from '../../../drift';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { DriftStatsOptions } from '../../options';
import { openSession } from '../../session/session';
import { withTextStore } from '../../session/text-store';

/** Tells how drift of an environment went over time. Asks AWS nothing but the history. */
export async function driftStats(context: Context, options: DriftStatsOptions): Promise<CommandResult> {
  const { history: place } = options;
  if (place === undefined)
    throw new UserError("'--history' is required; give the place that 'wordpress-ha drift' keeps it in");
  const session = await openSession(context, options);
  const kept = await withTextStore(context, session, place, (store) => readKept(store, session.environment));
  if (kept === undefined) {
    throw new UserError(
      `'${place}' holds no history of '${session.environment}'; keep one by 'wordpress-ha drift -e ${session.environment} --history ${place}'`,
    );
  }
  const statistics = driftStatistics(kept.history, kept.events, context.now());
  return { exitCode: EXIT.clean, text: render(statistics), document: statistics };
}

function render({
  environment,
  checkedAt,
  open,
  oldestHours,
  opened,
  resolved,
  meanHoursToResolve,
  top,
}: DriftStatistics): string {
  const oldest = oldestHours === null ? '' : `, the oldest for ${oldestHours} hours`;
  const mean = meanHoursToResolve === null ? '' : `, after ${meanHoursToResolve} hours on average`;
  return [
    `${environment}: ${open} open${oldest}; ${opened} found, ${resolved} resolved${mean}; last check ${checkedAt}`,
    ...top.map(({ type, attribute, times }) => `  ${String(times).padStart(4)} times  ${type} ${attribute}`),
  ].join('\n');
}
