import { TYPE_EVENTS } from './type-events';
import type { Actor, TrailEvent } from './trail-event';

/** What was found changed. */
export interface Change {
  readonly type: string;
  readonly kind: 'changed' | 'deleted' | 'added';
  /** Paths of the attributes that differ, `ingress[0].cidr_blocks`. */
  readonly paths: readonly string[];
  /** Values by which the resource may be known: id, ARN, name. */
  readonly identifiers: readonly string[];
}

/** Who made a change and when, as far as it can be told. */
export type Attribution =
  | {
      readonly known: true;
      readonly actor: Actor;
      readonly event: string;
      /** CloudTrail's id of the event, to look it up. */
      readonly eventId: string;
      readonly time: string;
      readonly sourceIp?: string;
      readonly userAgent?: string;
      /** `likely`: this kind of call changes just that. `possible`: it touched the resource and may have. */
      readonly confidence: 'likely' | 'possible';
      /** Other calls that may have done it. */
      readonly others: number;
    }
  | { readonly known: false; readonly reason: string };

interface Candidate {
  readonly event: TrailEvent;
  readonly fit: number;
}

/** How well a call explains a change: just that attribute, anything of the resource, only touched it. */
const FIT = { exact: 3, any: 2, touched: 1 } as const;
const ACTORS: readonly Actor['kind'][] = ['person', 'service', 'terraform'];

/**
 * Finds the call that made a change, the best explanation first: the kind of call, then who is no machinery, then the latest.
 *
 * @param reason what to say where nothing explains it
 */
export function attributeChange(change: Change, events: readonly TrailEvent[], reason: string): Attribution {
  // one call may have been found under several identifiers
  const distinct = [...new Map(events.map((event) => [event.id, event])).values()];
  const candidates = distinct
    .filter((event) => change.identifiers.some((identifier) => event.mentions(identifier)))
    .map((event): Candidate => ({ event, fit: fitOf(change, event) }))
    .filter(({ fit }) => fit > 0)
    .toSorted(byWorth);
  const [best] = candidates;
  if (best === undefined) return { known: false, reason };
  const { id, name, time, actor, sourceIp, userAgent } = best.event;
  return {
    known: true,
    actor,
    event: name,
    eventId: id,
    time: time.toISOString(),
    ...(sourceIp === undefined ? {} : { sourceIp }),
    ...(userAgent === undefined ? {} : { userAgent }),
    confidence: best.fit === FIT.touched ? 'possible' : 'likely',
    others: candidates.filter(({ event, fit }) => fit === best.fit && event.id !== id).length,
  };
}

/** Names of the calls that may have made a change. */
export function eventsOf({ type }: Change): readonly string[] {
  return Object.keys(TYPE_EVENTS[type]?.events ?? {});
}

function fitOf({ type, kind, paths }: Change, { name }: TrailEvent): number {
  const changes = TYPE_EVENTS[type]?.events[name];
  if (changes === undefined) return kind === 'changed' ? FIT.touched : 0;
  if (kind === 'deleted') return changes.includes('-') ? FIT.exact : 0;
  if (kind === 'added') return changes.includes('+') ? FIT.exact : 0;
  const attributes = paths.map((path) => path.split(/[.[]/)[0] ?? path);
  if (attributes.some((attribute) => changes.includes(attribute))) return FIT.exact;
  const onlyTags = attributes.length > 0 && attributes.every((attribute) => attribute.startsWith('tags'));
  return changes.includes('*') && !onlyTags ? FIT.any : 0;
}

function byWorth(left: Candidate, right: Candidate): number {
  return (
    right.fit - left.fit ||
    ACTORS.indexOf(left.event.actor.kind) - ACTORS.indexOf(right.event.actor.kind) ||
    right.event.time.getTime() - left.event.time.getTime() ||
    (left.event.id < right.event.id ? -1 : 1)
  );
}
