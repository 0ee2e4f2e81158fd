import type { Resource } from '../../model/resource';
import { defineRule } from '../../rule/rule';
import { zonesOf } from '../../rule/subnets';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { reachOfSubnet, type Reach } from './routing';

const LEAST = 2;

export const TIERS_SPAN_ZONES = defineRule({
  id: 'WPHA-VPC-011',
  title: 'every tier of subnets spans two zones',
  severity: 'high',
  pack: 'production',
  appliesTo: ['aws_vpc'],
  rows: ['VPC-011'],
  maps: {},
  why: 'A tier that lies in one zone is gone when the zone is, whatever the tiers around it do.',
  fix: 'Add a subnet in another availability zone to the tier.',
  check: (vpc, graph) => {
    const { found, unclear } = graph.attached(vpc, 'aws_subnet', 'vpc_id');
    const tiers = new Map<Reach, Resource[]>();
    for (const subnet of found) {
      const reach = reachOfSubnet(subnet, graph);
      tiers.set(reach, [...(tiers.get(reach) ?? []), subnet]);
    }
    const open = unclear.length > 0 || tiers.has('unclear');
    const verdicts = [...tiers].map(([reach, subnets]) => judge(vpc, reach, subnets, open));
    return verdicts.length === 0 ? notApplicable() : verdicts;
  },
});

function judge(vpc: Resource, reach: Reach, subnets: readonly Resource[], open: boolean): Verdict {
  const { names, unclear } = zonesOf(subnets);
  if (names.size >= LEAST && reach !== 'unclear') return pass();
  if (open || unclear) return unknown([vpc, []], `the zones of the ${tier(reach)} are not all known`, { part: reach });
  return fail([vpc, []], `the ${tier(reach)} lie in ${[...names].join(', ')} alone`, { part: reach });
}

function tier(reach: Reach): string {
  return reach === 'unclear' ? 'subnets without a known route' : `${reach} subnets`;
}
