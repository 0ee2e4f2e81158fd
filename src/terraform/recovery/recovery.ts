import type { ApplyEvent } from '../process/apply-events';
import { importIdOf, isMadeAgain, plannedImportId, type AttributeReader } from './import-ids';
import type { Journal } from './journal';
import { textOf, type JsonObject } from '../json';
import { lookup } from './lookups';
import { withoutKeys, type PlannedObject } from './planned-objects';

/** An object that may exist although no state knows it. */
export interface Leftover {
  readonly address: string;
  readonly type: string;
  /** Name or id as far as it is known. */
  readonly hint?: string;
}

/** A way to take an object into the state. */
export interface Adoption {
  readonly address: string;
  readonly type: string;
  /** Id, or an expression that gives it. */
  readonly id: string;
  /** Data sources that the expression reads. */
  readonly data?: JsonObject;
  /** The creation was seen to end well; otherwise the object may or may not exist. */
  readonly certain: boolean;
}

/** What unfinished applies left behind. */
export interface Recovery {
  readonly adoptions: readonly Adoption[];
  /** Addresses whose object in the state was deleted to be replaced, which the state does not know yet. */
  readonly stale: readonly string[];
  readonly leftovers: readonly Leftover[];
}

interface Knowledge {
  readonly planned: ReadonlyMap<string, PlannedObject>;
  readonly ids: ReadonlyMap<string, string>;
  readonly state: ReadonlyMap<string, JsonObject>;
}

/**
 * Compares what unfinished applies made with what the state knows.
 *
 * Terraform saves remote state at most every 20 seconds, so whatever was made since the last time is missing from it
 * when the process is killed. `isConfigured` tells whether an address is still in the configuration.
 */
export function planRecovery(
  journals: readonly Journal[],
  state: ReadonlyMap<string, JsonObject>,
  isConfigured: (address: string) => boolean,
): Recovery {
  const unfinished = journals.filter(({ finished }) => !finished);
  const events = unfinished.flatMap((journal) => journal.events);
  const planned = new Map(unfinished.flatMap(({ header }) => header.planned.map((object) => [object.address, object])));
  const created = lastCreations(events);
  const ids = new Map([...created].flatMap(([address, { id }]) => (id === undefined ? [] : [[address, id] as const])));
  const knowledge: Knowledge = { planned, ids, state };
  const adoptions: Adoption[] = [];
  const stale: string[] = [];
  const leftovers: Leftover[] = [];
  for (const [address, event] of created) {
    const inState = state.get(address);
    if (inState !== undefined && (event.id === undefined || textOf(inState, 'id') === event.id)) continue;
    if (isMadeAgain(event.resourceType)) continue;
    const adoption = isConfigured(withoutKeys(address)) ? adopt(address, event, knowledge) : undefined;
    if (adoption === undefined) leftovers.push(leftover(address, event, planned.get(address)));
    else adoptions.push(adoption);
    if (inState === undefined || adoption === undefined) continue;
    stale.push(address);
    // made before the old one is destroyed: once the address holds the new one, nothing knows the old one any more
    if (!wasDeleted(events, address))
      leftovers.push({ address, type: event.resourceType, hint: textOf(inState, 'id') });
  }
  return { adoptions, stale, leftovers };
}

/** The last creation of each address that was not deleted afterwards. */
function lastCreations(events: readonly ApplyEvent[]): Map<string, ApplyEvent> {
  const created = new Map<string, ApplyEvent>();
  for (const event of events) {
    if (event.action === 'create') created.set(event.address, event);
    else if (
      event.action === 'delete' &&
      event.type === 'apply_complete' &&
      created.get(event.address)?.id === event.id
    ) {
      created.delete(event.address);
    }
  }
  return created;
}

function wasDeleted(events: readonly ApplyEvent[], address: string): boolean {
  return events.some(
    (event) => event.address === address && event.action === 'delete' && event.type === 'apply_complete',
  );
}

function adopt(address: string, event: ApplyEvent, knowledge: Knowledge): Adoption | undefined {
  const type = event.resourceType;
  const attribute = attributeReader(address, knowledge);
  if (event.id !== undefined) {
    const id = importIdOf(type, event.id, attribute);
    return id === undefined ? undefined : { address, type, id, certain: true };
  }
  // after an error of AWS's own the name may belong to somebody else's object
  if (event.type === 'apply_errored') return undefined;
  const id = plannedImportId(type, attribute);
  if (id !== undefined) return { address, type, id, certain: false };
  const found = lookup(type, `recovery_${address.replace(/\W/g, '_')}`, attribute);
  return found === undefined ? undefined : { address, type, ...found, certain: false };
}

/** Planned values first, then values of the objects they refer to. */
function attributeReader(address: string, knowledge: Knowledge): AttributeReader {
  const object = knowledge.planned.get(address);
  return (name) => object?.names[name] ?? referenced(object?.references[name], knowledge);
}

function referenced(reference: string | undefined, { planned, ids, state }: Knowledge): string | undefined {
  const match = /^(.+?\.[^.[]+(?:\[[^\]]*\])?)\.(\w+)$/.exec(reference ?? '');
  const [, address = '', attribute = ''] = match ?? [];
  const id = ids.get(address);
  if (id !== undefined && (attribute === 'id' || (attribute === 'arn' && id.startsWith('arn:')))) return id;
  return planned.get(address)?.names[attribute] ?? textOf(state.get(address) ?? {}, attribute);
}

function leftover(address: string, event: ApplyEvent, planned: PlannedObject | undefined): Leftover {
  const hint = event.id ?? planned?.names.name ?? planned?.names.bucket ?? planned?.names.identifier;
  return { address, type: event.resourceType, ...(hint === undefined ? {} : { hint }) };
}
