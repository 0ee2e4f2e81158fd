import type { Rule } from '../../../../src/policy/rule/rule';
import { describeRule } from '../../support/describe-rule';
import { acl, aclRule, ports, WORLD } from './rules';

const WIDE = { ...ports(1, 65535), rule_no: 200 };

/** Tries a rule by which network ACLs keep the world from one port. */
export function describeClosedPort(rule: Rule, port: number): void {
  describeRule(rule, {
    pass: {
      'the world comes in on 443 only': acl(ports(443)),
      'an entry before the wide one says no': acl({ ...ports(port), action: 'deny', rule_no: 190 }, WIDE),
      'a network comes in': acl({ ...ports(port), cidr_block: '10.0.0.0/8' }),
      'the wide entry is for UDP': acl({ ...WIDE, protocol: 'udp' }),
      'entries are resources of their own': {
        ...acl(),
        aws_network_acl_rule: {
          ...aclRule('no', { rule_number: 10, rule_action: 'deny', ...ports(port) }),
          ...aclRule('wide', { rule_number: 20, rule_action: 'allow', ...ports(1, 65535) }),
        },
      },
    },
    fail: {
      'a wide entry lets the world in': {
        resources: acl(WIDE),
        finds: [`aws_network_acl.public#0.0.0.0/0:${port}`],
      },
      'the entry that says no comes too late': acl(WIDE, { ...ports(port), action: 'deny', rule_no: 210 }),
      'the entry before it is for one network': acl(
        { ...ports(port), action: 'deny', rule_no: 190, cidr_block: '10.0.0.0/8' },
        WIDE,
      ),
      'the entry before it is for IPv4 alone': acl(
        { ...ports(port), action: 'deny', rule_no: 190 },
        { ...WIDE, cidr_block: undefined, ipv6_cidr_block: '::/0' },
      ),
      'an entry of its own lets it in': {
        aws_network_acl_rule: aclRule('wide', { rule_number: 20, rule_action: 'allow', ...ports(port) }),
      },
    },
    notApplicable: {
      'an ACL without entries of its own': acl(),
      'an entry for what goes out': {
        aws_network_acl_rule: aclRule('out', { egress: true, rule_action: 'allow', protocol: '-1' }),
      },
    },
    unknown: {
      'a variable names the range': acl({ ...WIDE, cidr_block: '${var.range}' }),
      'a variable names the ports': acl({ ...WIDE, from_port: '${var.port}' }),
      'a variable names the action': acl({ ...WIDE, action: '${var.action}' }),
      'a variable names the number of the entry that says no': {
        resources: acl(
          { ...ports(port), action: 'deny', rule_no: '${var.number}' },
          { ...WIDE, protocol: '${var.protocol}' },
        ),
      },
    },
    guards: {
      // the passing entry is for 443: stretching it reaches the port
      [`aws_network_acl.public.ingress.0.${port < 443 ? 'from_port' : 'to_port'}`]: [port],
      'aws_network_acl.public.ingress.0.protocol': ['-1'],
      'aws_network_acl.public.ingress': [[{ ...WIDE, action: 'allow', protocol: '6', cidr_block: WORLD }]],
    },
  });
}
