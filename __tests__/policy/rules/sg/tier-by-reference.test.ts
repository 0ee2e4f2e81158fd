import { TIER_BY_REFERENCE } from '../../../../src/policy/rules/sg/tier-by-reference';
import { describeRule, type Resources } from '../../support/describe-rule';

const rule = (settings: object): Resources => ({
  aws_vpc_security_group_ingress_rule: {
    in: { security_group_id: 'sg-1', ip_protocol: 'tcp', from_port: 3306, to_port: 3306, ...settings },
  },
});

describeRule(TIER_BY_REFERENCE, {
  pass: {
    'the group of the web tier': rule({ referenced_security_group_id: '${aws_security_group.web.id}' }),
    'addresses on another port': rule({ cidr_ipv4: '0.0.0.0/0', from_port: 443, to_port: 443 }),
  },
  fail: {
    'an address range': rule({ cidr_ipv4: '10.0.0.0/16' }),
    'a range of ports around it': rule({ cidr_ipv4: '10.0.0.0/16', from_port: 1024, to_port: 9999 }),
    'addresses that are known only after apply': rule({ cidr_ipv4: '${aws_vpc.main.cidr_block}' }),
  },
  notApplicable: { 'a group without rules of its own': { aws_security_group: { data: { name: 'data' } } } },
  unknown: { 'a variable names the port': rule({ cidr_ipv4: '10.0.0.0/16', from_port: '${var.port}' }) },
  guards: { 'aws_vpc_security_group_ingress_rule.in.cidr_ipv4': ['10.0.0.0/16', '10.1.2.3/32'] },
});
