import { ACCESS_LOGS } from '../../../../src/policy/rules/elb/access-logs';
import { describeRule, type Resources } from '../../support/describe-rule';

const balancer = (logs: object): Resources => ({ aws_lb: { web: { access_logs: logs } } });

describeRule(ACCESS_LOGS, {
  pass: {
    'logs go to a bucket of the stack': {
      ...balancer({ enabled: true, bucket: '${aws_s3_bucket.logs.id}' }),
      aws_s3_bucket: { logs: { force_destroy: false } },
    },
  },
  fail: {
    'nothing is said': { aws_lb: { web: { name: 'web' } } },
    'they are not enabled': balancer({ bucket: 'logs' }),
  },
  notApplicable: { 'a gateway': { aws_lb: { inspect: { load_balancer_type: 'gateway' } } } },
  unknown: { 'a variable decides': balancer({ enabled: '${var.logs}', bucket: 'logs' }) },
  guards: {
    'aws_lb.web.access_logs.enabled': [false, undefined],
    'aws_lb.web.access_logs': [undefined],
  },
});
