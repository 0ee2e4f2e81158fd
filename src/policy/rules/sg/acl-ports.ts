import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { entriesBeside, ownEntries, type AclEntry } from './acl-entries';
import { isWorld } from '../../rule/group-rules';

const EVERYWHERE = ['0.0.0.0/0', '::/0'];

/** The world must not come in on this TCP port; an entry counts only as far as none before it decides. */
export function judgeAclPort(resource: Resource, graph: ResourceGraph, port: number): Verdict | readonly Verdict[] {
  const entries = ownEntries(resource);
  if (entries.length === 0) return notApplicable();
  const others = entriesBeside(resource, graph);
  const verdicts = entries.flatMap((entry) => judgeEntry(entry, others, port));
  return verdicts.length === 0 ? pass() : verdicts;
}

function judgeEntry(entry: AclEntry, others: readonly AclEntry[], port: number): readonly Verdict[] {
  const covers = coversPort(entry, port);
  if (entry.action.is('deny') || covers === false) return [];
  return entry.ranges.flatMap(({ attribute, value }): readonly Verdict[] => {
    if (value.isKnown && !isWorld(value)) return [];
    if (others.some((other) => deniesBefore(other, entry, value.text ?? '', port))) return [];
    const source = value.text ?? attribute;
    const detail = { part: `${source}:${port}` };
    if (covers === undefined || value.isUnclear || entry.action.isUnclear) {
      return [
        unknown([entry.settings, attribute], `whether ${source} may come in on port ${port} is not known yet`, detail),
      ];
    }
    return [fail([entry.settings, attribute], `${source} may come in on port ${port}`, detail)];
  });
}

/** Whether an entry surely turns away the port from that range before another entry is tried. */
function deniesBefore(other: AclEntry, entry: AclEntry, range: string, port: number): boolean {
  const [first, second] = [other.number.number, entry.number.number];
  const earlier = first !== undefined && second !== undefined && first < second;
  return earlier && other.action.is('deny') && coversPort(other, port) === true && other.ranges.some(coversRange);

  function coversRange({ value }: { readonly value: { readonly text: string | undefined } }): boolean {
    const sameFamily = value.text?.includes(':') === range.includes(':');
    return value.text === range || (sameFamily && EVERYWHERE.includes(value.text ?? ''));
  }
}

/** Whether an entry is about a TCP port; undefined where that is not known yet. */
function coversPort({ protocol, from, to }: AclEntry, port: number): boolean | undefined {
  // all protocols come with all ports
  if (protocol.isUnclear) return undefined;
  if (protocol.is('-1', 'all')) return true;
  if (!protocol.is('6', 'tcp')) return false;
  if ((from.number !== undefined && from.number > port) || (to.number !== undefined && to.number < port)) return false;
  return from.number !== undefined && to.number !== undefined ? true : undefined;
}
