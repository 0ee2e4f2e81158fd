import type { History, LifeEvent } from './open-finding';

/** How drift of an environment went over time. */
export interface DriftStatistics {
  readonly environment: string;
  readonly checkedAt: string;
  readonly open: number;
  /** Hours since the oldest open finding was first seen; null when none is open. */
  readonly oldestHours: number | null;
  /** Since the log began. */
  readonly opened: number;
  readonly resolved: number;
  /** Mean hours from first seen to resolved; null when nothing was resolved yet. */
  readonly meanHoursToResolve: number | null;
  /** What drifts most, by resource type and attribute. */
  readonly top: readonly { readonly type: string; readonly attribute: string; readonly times: number }[];
}

const HOUR_MS = 3_600_000;
const TOP = 10;

/** Figures over the open findings and the log of events. */
export function driftStatistics(history: History, events: readonly LifeEvent[], now: Date): DriftStatistics {
  const resolved = events.filter(({ kind }) => kind === 'resolved');
  const ages = history.open.map(({ firstSeen }) => hours(firstSeen, now.toISOString()));
  const durations = resolved.map(({ at, finding }) => hours(finding.firstSeen, at));
  const { environment, checkedAt, open } = history;
  return {
    ...{ environment, checkedAt, open: open.length },
    oldestHours: ages.length === 0 ? null : Math.max(...ages),
    opened: events.filter(({ kind }) => kind === 'new').length,
    resolved: resolved.length,
    meanHoursToResolve:
      durations.length === 0 ? null : rounded(durations.reduce((sum, each) => sum + each, 0) / durations.length),
    top: topAttributes(events),
  };
}

function topAttributes(events: readonly LifeEvent[]): DriftStatistics['top'] {
  const counts = new Map<string, { type: string; attribute: string; times: number }>();
  for (const { kind, finding } of events) {
    if (kind !== 'new' && kind !== 'changed') continue;
    const attributes = finding.paths.map((path) => path.split(/[.[]/)[0] ?? path);
    for (const attribute of new Set(attributes.length === 0 ? [finding.class] : attributes)) {
      const key = `${finding.type} ${attribute}`;
      counts.set(key, { type: finding.type, attribute, times: (counts.get(key)?.times ?? 0) + 1 });
    }
  }
  const sorted = [...counts].toSorted(
    ([left, one], [right, other]) => other.times - one.times || (left < right ? -1 : 1),
  );
  return sorted.slice(0, TOP).map(([, each]) => each);
}

function hours(from: string, to: string): number {
  return rounded((Date.parse(to) - Date.parse(from)) / HOUR_MS);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
