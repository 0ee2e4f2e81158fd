import type { ResourceGraph } from '../../model/resource-graph';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict, type Where } from '../../rule/verdict';
import { balancersOf } from './balancers';
import { INGRESS_TYPES, ingressOf, isWorld, portsOf, type GroupRule } from '../../rule/group-rules';

const WEB_PORTS = [80, 443];

export const WORLD_INGRESS = defineRule({
  id: 'WPHA-SG-007',
  title: 'the world reaches load balancers on 80 and 443 and nothing else',
  severity: 'high',
  pack: 'baseline',
  appliesTo: INGRESS_TYPES,
  rows: ['SG-007'],
  maps: { fsbp: ['EC2.18'], cdkNag: ['AwsSolutions-EC23'] },
  why: 'Every port that the world can reach is searched for weaknesses within minutes.',
  fix: 'Let the world reach only ports 80 and 443 of the load balancer; name a security group as source for all else.',
  check: (resource, graph) => {
    const rules = ingressOf(resource, graph);
    return rules.length === 0 ? notApplicable() : rules.flatMap((rule) => judge(rule, graph));
  },
});

function judge(rule: GroupRule, graph: ResourceGraph): readonly Verdict[] {
  const verdicts = rule.ranges.flatMap(({ attribute, value }): readonly Verdict[] => {
    const where: Where = [rule.settings, attribute];
    if (value.isUnclear) return [unknown(where)];
    return isWorld(value) ? [judgeOpen(rule, where, value.text ?? '', graph)] : [];
  });
  return verdicts.length === 0 ? [pass()] : verdicts;
}

function judgeOpen(rule: GroupRule, where: Where, source: string, graph: ResourceGraph): Verdict {
  const ports = portsOf(rule);
  if (ports === undefined) return unknown(where, `${source} may come in, on ports that are not known yet`);
  const range = ports.from === ports.to ? `${ports.from}` : `${ports.from}-${ports.to}`;
  const part = `${source}:${range}`;
  if (ports.from !== ports.to || !WEB_PORTS.includes(ports.from)) {
    return fail(where, `${source} may come in on port ${range}`, { part });
  }
  if (rule.groups.length === 0) {
    return unknown(where, `${source} may come in on port ${range} of a security group that is not known here`, {
      part,
    });
  }
  if (rule.groups.every((group) => balancersOf(group, graph).length > 0)) return pass();
  return fail(where, `${source} may come in on port ${range} of a group that is no load balancer's`, { part });
}
