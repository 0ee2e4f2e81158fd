import { DATA_TIER_ISOLATED } from '../../../../src/policy/rules/vpc/data-tier-isolated';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { network, PUBLIC_ROUTE } from './network';

const group = (subnets: unknown, changes: Resources = {}): Resources => ({
  ...network(changes),
  aws_db_subnet_group: { main: { subnet_ids: subnets } },
});
const PRIVATE = ['${aws_subnet.private_a.id}', '${aws_subnet.private_b.id}'];
const PUBLIC = ['${aws_subnet.public_a.id}'];

describeRule(DATA_TIER_ISOLATED, {
  pass: {
    'no subnet has a way to the internet gateway': group(PRIVATE),
    'the subnet has only the main table of AWS': {
      aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
      aws_subnet: { a: { vpc_id: '${aws_vpc.main.id}' } },
      aws_elasticache_subnet_group: { main: { subnet_ids: ['${aws_subnet.a.id}'] } },
    },
  },
  fail: {
    'one subnet is public': {
      resources: group([...PRIVATE, ...PUBLIC]),
      finds: ['aws_db_subnet_group.main#aws_subnet.public_a'],
    },
    'the main table of the VPC leads there': {
      aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
      aws_subnet: { a: { vpc_id: '${aws_vpc.main.id}' } },
      aws_default_route_table: {
        main: {
          default_route_table_id: '${aws_vpc.main.default_route_table_id}',
          route: [{ cidr_block: '0.0.0.0/0', gateway_id: 'igw-1' }],
        },
      },
      aws_db_subnet_group: { main: { subnet_ids: ['${aws_subnet.a.id}'] } },
    },
    'the table that was made the main one does': {
      ...network({ aws_route_table_association: {} }),
      aws_main_route_table_association: {
        main: { vpc_id: '${aws_vpc.main.id}', route_table_id: '${aws_route_table.public.id}' },
      },
      aws_db_subnet_group: { main: { subnet_ids: PRIVATE } },
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable names the subnets': group('${var.subnets}'),
    'nobody knows whose route it is': group(PRIVATE, {
      aws_route: { any: { ...PUBLIC_ROUTE, route_table_id: '${var.table}' } },
    }),
    'nobody knows whose table it is': group(PRIVATE, {
      aws_route_table_association: { any: { subnet_id: '${var.subnet}', route_table_id: 'rtb-1' } },
    }),
  },
  guards: {
    'aws_db_subnet_group.main.subnet_ids': [PUBLIC],
    'aws_route.public.route_table_id': ['${aws_route_table.private_a.id}'],
    'aws_route_table_association.private_a.route_table_id': ['${aws_route_table.public.id}'],
  },
});
