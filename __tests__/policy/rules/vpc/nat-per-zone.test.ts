import { NAT_PER_ZONE } from '../../../../src/policy/rules/vpc/nat-per-zone';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { EVERYWHERE, network, SUBNETS } from './network';

const association = (name: string, table: string): Resources[string] => ({
  [name]: { subnet_id: `\${aws_subnet.${name}.id}`, route_table_id: `\${aws_route_table.${table}.id}` },
});
const SHARED = network({
  aws_route_table_association: { ...association('private_a', 'private_a'), ...association('private_b', 'private_a') },
});

describeRule(NAT_PER_ZONE, {
  pass: { 'each zone has its own': network() },
  fail: {
    'two zones share one': { resources: SHARED, finds: ['aws_subnet.private_b#availability_zone'] },
  },
  notApplicable: {
    'subnets without NAT': {
      ...OTHER_RESOURCES,
      aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
      aws_subnet: { a: { vpc_id: '${aws_vpc.main.id}' } },
    },
  },
  unknown: {
    'AWS chooses the zone': network({
      aws_subnet: { ...SUBNETS, private_a: { vpc_id: '${aws_vpc.main.id}' } },
    }),
    'the gateway is not known here': network({
      aws_route_table: { private_a: { route: [{ cidr_block: EVERYWHERE, nat_gateway_id: '${var.nat}' }] } },
      aws_route_table_association: association('private_a', 'private_a'),
    }),
  },
  guards: {
    'aws_subnet.private_a.availability_zone': ['eu-west-1b'],
    'aws_nat_gateway.b.subnet_id': ['${aws_subnet.public_a.id}'],
  },
});
