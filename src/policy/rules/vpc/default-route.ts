import type { Readable } from '../../model/block';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { isDefault, ownRoutes, ROUTE_TYPES } from './routing';

/** Targets that are one machine, which somebody has to patch and which fails alone. */
const MACHINES = ['instance_id', 'network_interface_id'];

export const DEFAULT_ROUTE = defineRule({
  id: 'WPHA-VPC-005',
  title: 'subnets go out through gateways, not instances',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ROUTE_TYPES,
  rows: ['VPC-005'],
  maps: { checkov: ['CKV2_AWS_35'] },
  why: 'A NAT instance is one machine that has to be patched and takes the whole tier offline when it fails.',
  fix: "Send the default route to an aws_nat_gateway with 'nat_gateway_id'.",
  check: (resource) => {
    const verdicts = ownRoutes(resource).map(judge);
    return verdicts.length === 0 ? notApplicable() : verdicts;
  },
});

function judge(route: Readable): Verdict {
  const machine = MACHINES.find((name) => route.get(name).isSet);
  if (machine === undefined) return pass();
  const every = isDefault(route);
  if (every === undefined)
    return unknown([route, machine], 'a machine is the way to a destination that is not known yet');
  return every ? fail([route, machine], 'the default route leads to one machine instead of a NAT gateway') : pass();
}
