import { DEFAULT_GROUP_CLOSED } from '../../../../src/policy/rules/vpc/default-security-group';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const VPC = { aws_vpc: { main: { cidr_block: '10.0.0.0/16' } } };
const group = (settings: object, more: Resources = {}): Resources => ({
  ...VPC,
  aws_default_security_group: { main: { vpc_id: '${aws_vpc.main.id}', ingress: [], egress: [], ...settings } },
  ...more,
});
const ANY = { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['10.0.0.0/16'] };

describeRule(DEFAULT_GROUP_CLOSED, {
  pass: {
    'both lists are empty': group({}),
    'nothing is said of rules': group({ ingress: undefined, egress: undefined }),
  },
  fail: {
    'nobody adopts the group': VPC,
    'it lets itself in': {
      resources: group({ ingress: [{ ...ANY, cidr_blocks: [], self: true }] }),
      finds: ['aws_default_security_group.main#aws_default_security_group.main:ingress'],
    },
    'a rule of its own is added': group(
      {},
      { aws_vpc_security_group_egress_rule: { out: { security_group_id: '${aws_default_security_group.main.id}' } } },
    ),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable holds the rules': group({ ingress: '${var.rules}' }),
    'nobody knows whose group it is': group({ vpc_id: '${var.vpc}' }),
  },
  guards: {
    aws_default_security_group: [undefined],
    'aws_default_security_group.main.ingress': [[ANY]],
    'aws_default_security_group.main.egress': [[ANY]],
    'aws_default_security_group.main.vpc_id': ['vpc-other'],
  },
});
