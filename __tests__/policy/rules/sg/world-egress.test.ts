import { WORLD_EGRESS } from '../../../../src/policy/rules/sg/world-egress';
import { describeRule, type Resources } from '../../support/describe-rule';
import { ports, WORLD } from './rules';

const egress = (settings: object): Resources => ({
  aws_vpc_security_group_egress_rule: {
    out: { security_group_id: 'sg-1', ip_protocol: 'tcp', ...ports(443), cidr_ipv4: WORLD, ...settings },
  },
});

describeRule(WORLD_EGRESS, {
  pass: {
    'updates go out on 443': egress({}),
    'everything goes out to a network': egress({ ip_protocol: '-1', cidr_ipv4: '10.0.0.0/8' }),
  },
  fail: {
    'everything goes out to everywhere': {
      resources: egress({ ip_protocol: '-1' }),
      finds: ['aws_vpc_security_group_egress_rule.out#0.0.0.0/0'],
    },
    'it does inside a group': {
      aws_security_group: { web: { egress: [{ protocol: '-1', ...ports(0), ipv6_cidr_blocks: ['::/0'] }] } },
    },
    'an older rule resource lets it': {
      aws_security_group_rule: { out: { type: 'egress', protocol: 'all', ...ports(0), cidr_blocks: [WORLD] } },
    },
  },
  notApplicable: {
    'a group without rules of its own': { aws_security_group: { web: { name: 'web' } } },
    'a rule for what comes in': { aws_security_group_rule: { in: { type: 'ingress', protocol: '-1' } } },
  },
  unknown: {
    'a variable names the protocol': egress({ ip_protocol: '${var.protocol}' }),
    'a variable names the range': egress({ ip_protocol: '-1', cidr_ipv4: '${var.range}' }),
  },
  guards: { 'aws_vpc_security_group_egress_rule.out.ip_protocol': ['-1', 'all'] },
});
