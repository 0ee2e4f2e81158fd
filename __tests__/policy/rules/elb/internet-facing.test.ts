import { INTERNET_FACING } from '../../../../src/policy/rules/elb/internet-facing';
import { describeRule, type Resources } from '../../support/describe-rule';

const balancer = (settings: object): Resources => ({ aws_lb: { web: { name: 'web', ...settings } } });

describeRule(INTERNET_FACING, {
  pass: {
    'it is public, and says so': balancer({ internal: false }),
    'it is not': balancer({ internal: true }),
    'a variable decides': balancer({ internal: '${var.internal}' }),
  },
  fail: { 'nothing is said': { resources: balancer({}), finds: ['aws_lb.web#internal'] } },
  notApplicable: { 'a gateway': balancer({ load_balancer_type: 'gateway' }) },
  unknown: {},
  variablesPass: true,
  guards: { 'aws_lb.web.internal': [undefined, null] },
});
