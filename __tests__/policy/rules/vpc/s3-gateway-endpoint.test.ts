import { S3_GATEWAY_ENDPOINT } from '../../../../src/policy/rules/vpc/s3-gateway-endpoint';
import { describeRule, type Resources } from '../../support/describe-rule';
import { EVERYWHERE, network } from './network';

const TABLES = ['${aws_route_table.private_a.id}', '${aws_route_table.private_b.id}'];
const SERVICE = 'com.amazonaws.eu-west-1.s3';
const endpoint = (settings: object, more: Resources = {}): Resources => ({
  ...network(),
  aws_vpc_endpoint: { s3: { vpc_id: '${aws_vpc.main.id}', service_name: SERVICE, ...settings } },
  ...more,
});

describeRule(S3_GATEWAY_ENDPOINT, {
  pass: {
    'both private tables have it': endpoint({ route_table_ids: TABLES }),
    'associations name the tables': endpoint(
      {},
      {
        aws_vpc_endpoint_route_table_association: Object.fromEntries(
          TABLES.map((table, index) => [
            `t${index}`,
            { route_table_id: table, vpc_endpoint_id: '${aws_vpc_endpoint.s3.id}' },
          ]),
        ),
      },
    ),
  },
  fail: {
    'there is none': {
      resources: network(),
      finds: ['aws_route_table.private_a#missing', 'aws_route_table.private_b#missing'],
    },
    'one table is forgotten': {
      resources: endpoint({ route_table_ids: TABLES.slice(0, 1) }),
      finds: ['aws_route_table.private_b#missing'],
    },
    'it is an interface': endpoint({ route_table_ids: TABLES, vpc_endpoint_type: 'Interface' }),
    'it is for DynamoDB': endpoint({ route_table_ids: TABLES, service_name: 'com.amazonaws.eu-west-1.dynamodb' }),
  },
  notApplicable: {
    'a public table': {
      aws_route_table: { main: { route: [{ cidr_block: EVERYWHERE, gateway_id: 'igw-1' }] } },
      aws_route_table_association: { a: { route_table_id: '${aws_route_table.main.id}', subnet_id: 'subnet-1' } },
    },
    'a table that nothing uses': { aws_route_table: { main: { vpc_id: 'vpc-1' } } },
  },
  unknown: {
    'a variable names the tables': endpoint({ route_table_ids: '${var.tables}' }),
    'a variable names the service': endpoint({ route_table_ids: TABLES, service_name: '${var.service}' }),
    'a variable names the way out': {
      aws_route_table: { main: { route: [{ cidr_block: EVERYWHERE, gateway_id: '${var.gateway}' }] } },
      aws_route_table_association: { a: { route_table_id: '${aws_route_table.main.id}', subnet_id: 'subnet-1' } },
    },
  },
  guards: {
    'aws_vpc_endpoint.s3.route_table_ids': [TABLES.slice(1), undefined],
    'aws_vpc_endpoint.s3.service_name': ['com.amazonaws.eu-west-1.ssm'],
    'aws_vpc_endpoint.s3.vpc_endpoint_type': ['Interface'],
  },
});
