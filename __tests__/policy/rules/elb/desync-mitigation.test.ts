import type { JsonObject } from '../../../../src/terraform/json';
import { DESYNC_MITIGATION } from '../../../../src/policy/rules/elb/desync-mitigation';
import { describeRule, type Resources } from '../../support/describe-rule';

const balancer = (settings: JsonObject): Resources => ({ aws_lb: { web: settings } });

describeRule(DESYNC_MITIGATION, {
  pass: {
    'it is defensive': balancer({ desync_mitigation_mode: 'defensive' }),
    'it is the strictest': balancer({ desync_mitigation_mode: 'strictest' }),
    'nothing is said, which means defensive': balancer({ name: 'web' }),
  },
  fail: { 'it only watches': balancer({ desync_mitigation_mode: 'monitor' }) },
  notApplicable: { 'a network load balancer': balancer({ load_balancer_type: 'network' }) },
  unknown: { 'a variable decides': balancer({ desync_mitigation_mode: '${var.mode}' }) },
  guards: { 'aws_lb.web.desync_mitigation_mode': ['monitor'] },
});
