import { ALL_PORTS_CLOSED } from '../../../../src/policy/rules/sg/all-ports-closed';
import { describeRule } from '../../support/describe-rule';
import { ingress, inlineIngress, ports, WORLD } from './rules';

describeRule(ALL_PORTS_CLOSED, {
  pass: {
    'a network may come in on every port': ingress({ ip_protocol: '-1' }),
    'the world may come in on 443': ingress({ cidr_ipv4: WORLD }),
    'the world may come in on many ports': inlineIngress({ ...ports(1024, 65535), cidr_blocks: [WORLD] }),
  },
  fail: {
    'the world may come in with every protocol': {
      resources: ingress({ ip_protocol: '-1', cidr_ipv4: WORLD }),
      finds: ['aws_vpc_security_group_ingress_rule.in#0.0.0.0/0'],
    },
    'the world may come in on every TCP port over IPv6': inlineIngress({
      ...ports(0, 65535),
      ipv6_cidr_blocks: ['::/0'],
    }),
  },
  notApplicable: {
    'a rule for what goes out': { aws_security_group_rule: { out: { type: 'egress', protocol: '-1' } } },
  },
  unknown: {
    'a variable names the range': ingress({ ip_protocol: '-1', cidr_ipv4: '${var.office}' }),
    'a variable names the protocol': ingress({ ip_protocol: '${var.protocol}', cidr_ipv4: WORLD }),
  },
  guards: { 'aws_vpc_security_group_ingress_rule.in.cidr_ipv4': [WORLD, '0.0.0.0/1'] },
});
