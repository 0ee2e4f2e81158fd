import { ACL_FTP_CLOSED } from '../../../../src/policy/rules/sg/acl-ftp-closed';
import { describeRule } from '../../support/describe-rule';
import { acl, aclRule, ports, WORLD } from './rules';

const WIDE = { ...ports(1, 65535), rule_no: 200 };

describeRule(ACL_FTP_CLOSED, {
  pass: {
    'the world comes in on 443 only': acl(ports(443)),
    'an entry before the wide one says no': acl({ ...ports(21), action: 'deny', rule_no: 190 }, WIDE),
    'a network comes in': acl({ ...ports(21), cidr_block: '10.0.0.0/8' }),
    'the wide entry is for UDP': acl({ ...WIDE, protocol: 'udp' }),
    'entries are resources of their own': {
      ...acl(),
      aws_network_acl_rule: {
        ...aclRule('no', { rule_number: 10, rule_action: 'deny', ...ports(21) }),
        ...aclRule('wide', { rule_number: 20, rule_action: 'allow', ...ports(1, 65535) }),
      },
    },
  },
  fail: {
    'a wide entry lets the world in': {
      resources: acl(WIDE),
      finds: ['aws_network_acl.public#0.0.0.0/0:21'],
    },
    'the entry that says no comes too late': acl(WIDE, { ...ports(21), action: 'deny', rule_no: 210 }),
    'the entry before it is for one network': acl(
      { ...ports(21), action: 'deny', rule_no: 190, cidr_block: '10.0.0.0/8' },
      WIDE,
    ),
    'the entry before it is for IPv4 alone': acl(
      { ...ports(21), action: 'deny', rule_no: 190 },
      { ...WIDE, cidr_block: undefined, ipv6_cidr_block: '::/0' },
    ),
    'an entry of its own lets it in': {
      aws_network_acl_rule: aclRule('wide', { rule_number: 20, rule_action: 'allow', ...ports(21) }),
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
        { ...ports(21), action: 'deny', rule_no: '${var.number}' },
        { ...WIDE, protocol: '${var.protocol}' },
      ),
    },
  },
  guards: {
    'aws_network_acl.public.ingress.0.from_port': [21],
    'aws_network_acl.public.ingress.0.protocol': ['-1'],
    'aws_network_acl.public.ingress': [[{ ...WIDE, action: 'allow', protocol: '6', cidr_block: WORLD }]],
  },
});
