import { HEALTH_CHECK_PATH } from '../../../../src/policy/rules/elb/health-check-path';
import { describeRule, type Resources } from '../../support/describe-rule';

const group = (settings: object): Resources => ({ aws_lb_target_group: { web: { protocol: 'HTTP', ...settings } } });

describeRule(HEALTH_CHECK_PATH, {
  pass: { 'a page is named': group({ health_check: { path: '/healthz', enabled: true } }) },
  fail: {
    'nothing is said': { resources: group({}), finds: ['aws_lb_target_group.web#health_check.path'] },
    'no page is named': group({ health_check: { interval: 10 } }),
    'the check is off': group({ health_check: { path: '/healthz', enabled: false } }),
  },
  notApplicable: { 'a group of TCP targets': group({ protocol: 'TCP' }) },
  unknown: {
    'a variable says whether it is on': group({ health_check: { path: '/healthz', enabled: '${var.check}' } }),
  },
  variablesPass: true,
  guards: {
    'aws_lb_target_group.web.health_check.path': ['', undefined],
    'aws_lb_target_group.web.health_check.enabled': [false],
    'aws_lb_target_group.web.health_check': [undefined],
  },
});
