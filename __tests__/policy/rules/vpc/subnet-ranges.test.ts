import { SUBNET_RANGES } from '../../../../src/policy/rules/vpc/subnet-ranges';
import { describeRule, type Resources } from '../../support/describe-rule';
import { network, SUBNETS } from './network';

const SECOND: Resources = {
  aws_vpc_ipv4_cidr_block_association: { more: { vpc_id: '${aws_vpc.main.id}', cidr_block: '10.1.0.0/16' } },
};
const inRange = (range: unknown): Resources => ({
  aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
  aws_subnet: { a: { ...SUBNETS.public_a, cidr_block: range } },
});

describeRule(SUBNET_RANGES, {
  pass: {
    'each has a part of its own': network(),
    'it lies in the second range of the VPC': { ...inRange('10.1.9.0/24'), ...SECOND },
  },
  fail: {
    'it lies outside': inRange('10.1.0.0/24'),
    'two overlap': {
      resources: network({
        aws_subnet: { a: SUBNETS.public_a, b: { ...SUBNETS.public_b, cidr_block: '10.0.0.128/25' } },
      }),
      finds: ['aws_subnet.b#aws_subnet.a'],
    },
    'it is no range': inRange('10.0.0.1/24'),
  },
  notApplicable: { 'a subnet of IPv6 alone': { aws_subnet: { a: { vpc_id: 'vpc-1', ipv6_native: true } } } },
  unknown: {
    'a variable holds it': inRange('${var.range}'),
    'the VPC is not known here': { aws_subnet: { a: { vpc_id: 'vpc-1', cidr_block: '10.0.0.0/24' } } },
    'the VPC gets its range from a pool': {
      ...inRange('10.0.0.0/24'),
      aws_vpc: { main: { cidr_block: '${var.range}' } },
    },
  },
  guards: {
    'aws_subnet.public_a.cidr_block': ['10.1.0.0/24', '10.0.3.0/24'],
    'aws_vpc.main.cidr_block': ['10.0.0.0/23'],
  },
});
