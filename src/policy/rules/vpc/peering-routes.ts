import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import type { Readable } from '../../model/block';
import { isDefault, ownRoutes, ROUTE_TYPES } from './routing';

const PEER = 'vpc_peering_connection_id';

export const PEERING_ROUTES = defineRule({
  id: 'WPHA-VPC-008',
  title: 'peering routes lead to the peer and nowhere else',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ROUTE_TYPES,
  rows: ['VPC-008'],
  maps: { checkov: ['CKV2_AWS_44'], cis: ['3.0.0 5.5'] },
  why: 'A peer that is the way to everywhere sees all traffic, and a break-in there is one here.',
  fix: 'Name the CIDR block of the peer, or a part of it, as the destination of the route.',
  check: (resource) => {
    const peering = ownRoutes(resource).filter((route) => route.get(PEER).isSet);
    return peering.length === 0 ? notApplicable() : peering.map(judge);
  },
});

function judge(route: Readable): Verdict {
  const every = isDefault(route);
  if (every === undefined) return unknown([route, PEER], 'where the peering route leads is not known yet');
  return every ? fail([route, PEER], 'the default route leads to a peer') : pass();
}
