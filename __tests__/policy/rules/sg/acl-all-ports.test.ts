import { ACL_ALL_PORTS } from '../../../../src/policy/rules/sg/acl-all-ports';
import { describeRule } from '../../support/describe-rule';
import { acl, aclRule, ports } from './rules';

describeRule(ACL_ALL_PORTS, {
  pass: {
    'answers have an entry of their own': acl(ports(1024, 65535)),
    'one entry turns everything away': acl({ protocol: '-1', ...ports(0), action: 'deny' }),
  },
  fail: {
    'every protocol comes in': {
      resources: acl({ protocol: '-1', ...ports(0) }),
      finds: ['aws_network_acl.public#100'],
    },
    'every TCP port does, from a network': acl({ ...ports(0, 65535), cidr_block: '10.0.0.0/8' }),
    'an entry of its own lets everything in': {
      aws_network_acl_rule: aclRule('wide', { rule_number: 20, rule_action: 'allow', protocol: 'all' }),
    },
    'the default ACL does': {
      aws_default_network_acl: {
        main: { ingress: [{ rule_no: 100, action: 'allow', protocol: '-1', ...ports(0), cidr_block: '0.0.0.0/0' }] },
      },
    },
  },
  notApplicable: { 'an ACL without entries of its own': acl() },
  unknown: {
    'a variable names the ports': acl({ from_port: '${var.port}', to_port: 65535 }),
    'a variable names the protocol': acl({ protocol: '${var.protocol}', ...ports(443) }),
    'a variable names the action': acl({ protocol: '-1', ...ports(0), action: '${var.action}' }),
  },
  guards: {
    'aws_network_acl.public.ingress.0.from_port': [0, 1],
    'aws_network_acl.public.ingress.0.protocol': ['-1', 'all'],
  },
});
