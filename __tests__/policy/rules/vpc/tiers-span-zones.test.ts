import { TIERS_SPAN_ZONES } from '../../../../src/policy/rules/vpc/tiers-span-zones';
import { describeRule } from '../../support/describe-rule';
import { network, SUBNETS } from './network';

const { public_a, public_b, private_a } = SUBNETS;

describeRule(TIERS_SPAN_ZONES, {
  pass: { 'both tiers span two zones': network() },
  fail: {
    'one tier lies in one zone': {
      resources: network({ aws_subnet: { public_a, public_b, private_a } }),
      finds: ['aws_vpc.main#private'],
    },
    'subnets without a route lie in one zone': {
      resources: {
        aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
        aws_subnet: { a: { ...public_a }, b: { ...public_b, availability_zone: 'eu-west-1a' } },
      },
      finds: ['aws_vpc.main#isolated'],
    },
  },
  notApplicable: { 'a VPC without subnets': { aws_vpc: { main: { cidr_block: '10.0.0.0/16' } } } },
  unknown: {
    'a variable names a zone': network({
      aws_subnet: { ...SUBNETS, public_b: { ...public_b, availability_zone: '${var.zone}' } },
    }),
    'the VPC of a subnet is not known': network({
      aws_subnet: { public_a, public_b, private_a, other: { ...private_a, vpc_id: '${var.vpc}' } },
    }),
  },
  guards: {
    'aws_subnet.public_b.availability_zone': ['eu-west-1a'],
    'aws_subnet.private_a.availability_zone': ['eu-west-1b'],
  },
});
