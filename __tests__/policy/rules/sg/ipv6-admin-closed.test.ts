import { IPV6_ADMIN_CLOSED } from '../../../../src/policy/rules/sg/ipv6-admin-closed';
import { describeRule } from '../../support/describe-rule';
import { ingress, inlineIngress, ports, WORLD } from './rules';

describeRule(IPV6_ADMIN_CLOSED, {
  pass: {
    'a network may come in': ingress({ ...ports(22), cidr_ipv6: '2001:db8::/32' }),
    'the world may come in over IPv4, which is told elsewhere': ingress({ ...ports(22), cidr_ipv4: WORLD }),
  },
  fail: {
    'the world may come in on port 22': ingress({ ...ports(22), cidr_ipv6: '::/0' }),
    'the world may come in on both': {
      resources: inlineIngress({ ...ports(0, 65535), ipv6_cidr_blocks: ['::/0'] }),
      finds: ['aws_security_group.web#::/0:22', 'aws_security_group.web#::/0:3389'],
    },
  },
  notApplicable: { 'a group without rules of its own': { aws_security_group: { web: { name: 'web' } } } },
  unknown: { 'a variable names the range': ingress({ ...ports(3389), cidr_ipv6: '${var.office}' }) },
  guards: { 'aws_vpc_security_group_ingress_rule.in.cidr_ipv6': ['::/0'] },
});
