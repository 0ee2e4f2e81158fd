import { messageOf } from '../../core/errors';
import { attributeChange, eventsOf, type Attribution, type Change } from './attribute-change';
import { TYPE_EVENTS } from './type-events';
import { trailEvent, type TrailEvent } from './trail-event';

/** What CloudTrail is asked for: one attribute at a time, as its API allows. */
export interface TrailQuery {
  readonly by: 'ResourceName' | 'EventName';
  readonly value: string;
  readonly region: string;
  readonly since: Date;
}

/** Answers with the `CloudTrailEvent` texts of the calls found, the latest first. */
export type Trail = (query: TrailQuery) => Promise<readonly string[]>;

/** What is known of the place. */
export interface AttributionOptions {
  readonly trail: Trail;
  /** Region of the stacks. */
  readonly region: string;
  /** Time of the last apply or the last clean check; what came before it did not make a change that is found now. */
  readonly since?: Date;
  readonly now: Date;
  /** @default 60, half a minute at the two lookups a second that CloudTrail allows */
  readonly lookups?: number;
}

/** CloudTrail's event history reaches back so far without a trail. */
const HISTORY_DAYS = 90;
const DAY_MS = 86_400_000;
/** Services without regions write here. */
const GLOBAL_REGION = 'us-east-1';
const LOOKUPS = 60;

/**
 * Tells who made each of these changes and when.
 *
 * Asks for the resource first, and where CloudTrail does not index a call under it, for the calls that change such resources.
 * Never throws: what cannot be told is `known: false`, with the reason.
 */
export async function attributeChanges(
  changes: readonly Change[],
  { trail, region, since, now, lookups = LOOKUPS }: AttributionOptions,
): Promise<readonly Attribution[]> {
  const oldest = new Date(now.getTime() - HISTORY_DAYS * DAY_MS);
  const from = since === undefined || since < oldest ? oldest : since;
  const asked = new Map<string, Promise<readonly TrailEvent[]>>();
  let left = lookups;
  const ask = (by: TrailQuery['by'], value: string, place: string): Promise<readonly TrailEvent[]> => {
    const key = [by, value, place].join(' ');
    const before = asked.get(key);
    if (before !== undefined) return before;
    if (left <= 0) throw new OutOfLookups();
    left -= 1;
    const answer = trail({ by, value, region: place, since: from }).then((texts) =>
      texts.flatMap((text) => trailEvent(text) ?? []),
    );
    asked.set(key, answer);
    return answer;
  };
  const results: Attribution[] = [];
  for (const change of changes) results.push(await attributed(change, ask, { region, from, oldest }));
  return results;
}

class OutOfLookups extends Error {}

type Ask = (by: TrailQuery['by'], value: string, region: string) => Promise<readonly TrailEvent[]>;

async function attributed(
  change: Change,
  ask: Ask,
  { region, from, oldest }: { readonly region: string; readonly from: Date; readonly oldest: Date },
): Promise<Attribution> {
  const place = TYPE_EVENTS[change.type]?.global === true ? GLOBAL_REGION : region;
  const nothing =
    from > oldest
      ? `no call since ${from.toISOString()} explains it`
      : `no call of the last ${HISTORY_DAYS} days, which is as far as CloudTrail's event history goes, explains it`;
  try {
    const events: TrailEvent[] = [];
    for (const identifier of change.identifiers) {
      events.push(...(await ask('ResourceName', identifier, place)));
      const found = attributeChange(change, events, nothing);
      if (found.known && found.confidence === 'likely') return found;
    }
    for (const name of eventsOf(change)) events.push(...(await ask('EventName', name, place)));
    return attributeChange(change, events, nothing);
  } catch (error) {
    if (error instanceof OutOfLookups) return { known: false, reason: 'too many changes to look all of them up' };
    return { known: false, reason: `CloudTrail cannot be read: ${messageOf(error)}` };
  }
}
