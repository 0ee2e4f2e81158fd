import { DEFAULT_ROUTE } from '../../../../src/policy/rules/vpc/default-route';
import { describeRule, type Resources } from '../../support/describe-rule';
import { EVERYWHERE, network } from './network';

const route = (settings: object): Resources => ({ aws_route: { out: { route_table_id: 'rtb-1', ...settings } } });

describeRule(DEFAULT_ROUTE, {
  pass: {
    'a NAT gateway is the way out': route({ destination_cidr_block: EVERYWHERE, nat_gateway_id: 'nat-1' }),
    'a whole network': network(),
    'a machine is the way to one network': route({
      destination_cidr_block: '10.9.0.0/16',
      network_interface_id: 'eni-1',
    }),
  },
  fail: {
    'an instance is the way out': route({ destination_cidr_block: EVERYWHERE, instance_id: '${aws_instance.nat.id}' }),
    'a network interface is, for IPv6, inside a table': {
      resources: { aws_route_table: { main: { route: [{ ipv6_cidr_block: '::/0', network_interface_id: 'eni-1' }] } } },
      finds: ['aws_route_table.main#route.network_interface_id'],
    },
  },
  notApplicable: { 'a table without routes': { aws_route_table: { main: { vpc_id: 'vpc-1' } } } },
  unknown: {
    'a variable names the destination': route({ destination_cidr_block: '${var.to}', network_interface_id: 'eni-1' }),
  },
  variablesPass: true,
  guards: { 'aws_route.out.network_interface_id': ['eni-1'] },
});
