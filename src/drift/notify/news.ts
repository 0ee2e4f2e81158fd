import type { History, LifeEvent, OpenFinding } from '../life/open-finding';
import { actorText } from '../output/attribution-text';

/** What somebody is to be told. */
export interface News {
  readonly environment: string;
  /** What happened since they were told last; empty in a reminder. */
  readonly events: readonly LifeEvent[];
  readonly open: readonly OpenFinding[];
  /** A few words, at most 100 characters: SNS allows no more in a subject. */
  readonly subject: string;
  /** Plain text, a line an event. */
  readonly text: string;
}

/** Tells somebody; throws when that fails. */
export type Notifier = (news: News) => Promise<void>;

const DAY_MS = 86_400_000;
const MOST_LINES = 30;
const SUBJECT_LENGTH = 100;

/**
 * What is to be told after a check: what happened and nobody was told of yet; when nothing did, a reminder of what has been open
 * for long; else nothing.
 *
 * @param remindDays days between two messages about the same open findings; undefined never reminds
 */
export function newsOf(history: History, now: Date, remindDays?: number): News | undefined {
  const { environment, untold, open, toldAt } = history;
  if (untold.length > 0) return told(environment, untold, open, 'drift');
  const due =
    remindDays !== undefined && toldAt !== undefined && now.getTime() - Date.parse(toldAt) >= remindDays * DAY_MS;
  return due && open.length > 0 ? told(environment, [], open, 'still open') : undefined;
}

function told(environment: string, events: readonly LifeEvent[], open: readonly OpenFinding[], what: string): News {
  const counts = (['new', 'changed', 'resolved', 'ignored'] as const).flatMap((kind) => {
    const number = events.filter((event) => event.kind === kind).length;
    return number === 0 ? [] : [`${number} ${kind}`];
  });
  const summary = [...counts, `${open.length} open`].join(', ');
  const lines = events.length > 0 ? events.map(eventLine) : open.map((finding) => `open ${findingLine(finding)}`);
  const more = lines.length > MOST_LINES ? [`… and ${lines.length - MOST_LINES} more`] : [];
  return {
    ...{ environment, events, open },
    subject: `${environment}: ${what}: ${summary}`.slice(0, SUBJECT_LENGTH),
    text: [`${environment}: ${what}: ${summary}`, ...lines.slice(0, MOST_LINES), ...more].join('\n'),
  };
}

function eventLine({ kind, finding }: LifeEvent): string {
  return `${kind} ${findingLine(finding)}`;
}

function findingLine({ severity, stack, address, paths, firstSeen, who, ...finding }: OpenFinding): string {
  const attributes = paths.length === 0 ? '' : ` (${paths.join(', ')})`;
  const actor = who === undefined ? '' : `; ${actorText(who)}`;
  return `${severity} ${finding.class} ${stack}: ${address}${attributes}, since ${firstSeen}${actor}`;
}
