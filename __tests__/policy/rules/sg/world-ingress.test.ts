import { WORLD_INGRESS } from '../../../../src/policy/rules/sg/world-ingress';
import { describeRule, type Resources } from '../../support/describe-rule';

const GROUP = { aws_security_group: { edge: { name: 'edge' } } };
const BALANCER = { aws_lb: { web: { security_groups: ['${aws_security_group.edge.id}'] } } };
const open = (settings: object): Resources => ({
  aws_vpc_security_group_ingress_rule: {
    in: { security_group_id: '${aws_security_group.edge.id}', ip_protocol: 'tcp', ...settings },
  },
});
const WEB = { cidr_ipv4: '0.0.0.0/0', from_port: 443, to_port: 443 };
const inline = (rule: object): Resources => ({ aws_security_group: { web: { ingress: [rule] } } });

describeRule(WORLD_INGRESS, {
  pass: {
    'the world reaches 443 of the load balancer': { ...GROUP, ...BALANCER, ...open(WEB) },
    'only a network comes in': { ...GROUP, ...open({ cidr_ipv4: '10.0.0.0/8', from_port: 22, to_port: 22 }) },
  },
  fail: {
    'another port of the load balancer': {
      resources: { ...GROUP, ...BALANCER, ...open({ ...WEB, from_port: 22, to_port: 22 }) },
      finds: ['aws_vpc_security_group_ingress_rule.in#0.0.0.0/0:22'],
    },
    'a group of no load balancer': { ...GROUP, ...open(WEB) },
    'every protocol': { ...GROUP, ...BALANCER, ...open({ cidr_ipv6: '::/0', ip_protocol: '-1' }) },
    'one of two inline sources': {
      resources: inline({ cidr_blocks: ['10.0.0.0/8', '0.0.0.0/0'], from_port: 0, to_port: 65535, protocol: 'tcp' }),
      finds: ['aws_security_group.web#0.0.0.0/0:0-65535'],
    },
    'an older rule resource': {
      aws_security_group_rule: {
        in: { type: 'ingress', cidr_blocks: ['0.0.0.0/0'], from_port: 22, to_port: 22, protocol: 'tcp' },
      },
    },
  },
  notApplicable: { 'a group without rules of its own': GROUP },
  unknown: {
    'a variable names the source': { ...GROUP, ...open({ ...WEB, cidr_ipv4: '${var.office}' }) },
    'a variable names the group': open({ ...WEB, security_group_id: '${var.group}' }),
  },
  guards: {
    'aws_vpc_security_group_ingress_rule.in.from_port': [22, 0],
    'aws_vpc_security_group_ingress_rule.in.ip_protocol': ['-1'],
    aws_lb: [undefined],
  },
});
