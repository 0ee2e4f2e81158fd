import { ENCRYPTED_TARGETS } from '../../../../src/policy/rules/elb/encrypted-targets';
import { describeRule, type Resources } from '../../support/describe-rule';

const group = (protocol: unknown): Resources => ({ aws_lb_target_group: { web: { port: 443, protocol } } });

describeRule(ENCRYPTED_TARGETS, {
  pass: { 'requests go over HTTPS': group('HTTPS'), 'connections are passed on': group('TCP') },
  fail: {
    'requests go over HTTP': group('HTTP'),
    'the older name of the type': { aws_alb_target_group: { web: { protocol: 'HTTP' } } },
  },
  notApplicable: { 'a group of functions': { aws_lb_target_group: { fn: { target_type: 'lambda' } } } },
  unknown: { 'a variable decides': group('${var.protocol}') },
  guards: { 'aws_lb_target_group.web.protocol': ['HTTP'] },
});
