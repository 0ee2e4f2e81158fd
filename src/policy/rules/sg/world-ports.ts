import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { hasPorts, ingressOf, isWorld, portsOf, type AddressRange, type GroupRule } from '../../rule/group-rules';

/** What a rule about open ports looks for. */
export interface OpenPorts {
  readonly ports: readonly number[];
  /**
   * Addresses that count.
   *
   * @default - both families
   */
  readonly family?: 'ipv4' | 'ipv6';
}

/** The world must not come in on any of these ports. */
export function judgeOpenPorts(
  resource: Resource,
  graph: ResourceGraph,
  wanted: OpenPorts,
): Verdict | readonly Verdict[] {
  const rules = ingressOf(resource, graph);
  if (rules.length === 0) return notApplicable();
  const verdicts = rules.filter(hasPorts).flatMap((rule) => judgeRule(rule, wanted));
  return verdicts.length === 0 ? pass() : verdicts;
}

function judgeRule(rule: GroupRule, { ports, family }: OpenPorts): readonly Verdict[] {
  const open = portsOf(rule);
  const hit = ports.filter((port) => open === undefined || (open.from <= port && port <= open.to));
  const ranges = rule.ranges.filter((range) => family === undefined || familyOf(range) === family);
  if (hit.length === 0) return [];
  return ranges.flatMap(({ attribute, value }): readonly Verdict[] => {
    if (value.isUnclear) return [unknown([rule.settings, attribute])];
    if (!isWorld(value)) return [];
    const source = value.text ?? '';
    if (open === undefined)
      return [unknown([rule.settings, attribute], `${source} may come in, on ports that are not known yet`)];
    return hit.map((port) =>
      fail([rule.settings, attribute], `${source} may come in on port ${port}`, { part: `${source}:${port}` }),
    );
  });
}

function familyOf({ attribute }: AddressRange): 'ipv4' | 'ipv6' {
  return attribute.includes('ipv6') ? 'ipv6' : 'ipv4';
}
