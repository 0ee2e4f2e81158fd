import { PEERING_ROUTES } from '../../../../src/policy/rules/vpc/peering-routes';
import { describeRule, type Resources } from '../../support/describe-rule';
import { EVERYWHERE, network } from './network';

const PEER = '${aws_vpc_peering_connection.office.id}';
const route = (destination: unknown): Resources => ({
  aws_route: { peer: { destination_cidr_block: destination, vpc_peering_connection_id: PEER } },
});

describeRule(PEERING_ROUTES, {
  pass: { 'it leads to one network': route('10.9.0.0/16') },
  fail: {
    'it leads everywhere': route(EVERYWHERE),
    'it does so inside a table': {
      aws_route_table: { main: { route: [{ ipv6_cidr_block: '::/0', vpc_peering_connection_id: 'pcx-1' }] } },
    },
  },
  notApplicable: { 'a network without a peer': network() },
  unknown: { 'a variable names the destination': route('${var.peer}') },
  guards: {
    'aws_route.peer.destination_cidr_block': [EVERYWHERE],
    'aws_route.peer.destination_ipv6_cidr_block': ['::/0'],
  },
});
