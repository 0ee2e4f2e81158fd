import { SSH_CLOSED } from '../../../../src/policy/rules/sg/ssh-closed';
import { describeRule } from '../../support/describe-rule';
import { ingress, inlineIngress, ports, WORLD } from './rules';

describeRule(SSH_CLOSED, {
  pass: {
    'a network may come in': ingress(ports(22)),
    'the world may come in on 443': ingress({ cidr_ipv4: WORLD }),
    'the world may send echo requests': ingress({ ip_protocol: 'icmp', ...ports(-1), cidr_ipv4: WORLD }),
  },
  fail: {
    'the world may come in': {
      resources: ingress({ ...ports(22), cidr_ipv4: WORLD }),
      finds: ['aws_vpc_security_group_ingress_rule.in#0.0.0.0/0:22'],
    },
    'half of the world may': ingress({ ...ports(22), cidr_ipv4: '128.0.0.0/1' }),
    'a range of ports around it is open': inlineIngress({ ...ports(1, 65535), cidr_blocks: ['10.0.0.0/8', WORLD] }),
    'every protocol is': inlineIngress({ protocol: '-1', ...ports(0), cidr_blocks: [WORLD] }),
  },
  notApplicable: { 'a group without rules of its own': { aws_security_group: { web: { name: 'web' } } } },
  unknown: {
    'a variable names the range': ingress({ ...ports(22), cidr_ipv4: '${var.office}' }),
    'a variable names the port': ingress({ from_port: '${var.port}', cidr_ipv4: WORLD }),
  },
  guards: { 'aws_vpc_security_group_ingress_rule.in.cidr_ipv4': [WORLD] },
});
