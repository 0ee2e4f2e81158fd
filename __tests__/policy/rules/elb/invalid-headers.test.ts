import type { JsonObject } from '../../../../src/terraform/json';
import { INVALID_HEADERS } from '../../../../src/policy/rules/elb/invalid-headers';
import { describeRule, type Resources } from '../../support/describe-rule';

const balancer = (settings: JsonObject): Resources => ({ aws_lb: { web: settings } });

describeRule(INVALID_HEADERS, {
  pass: { 'it is true': balancer({ drop_invalid_header_fields: true }) },
  fail: { 'nothing is said': balancer({ name: 'web' }) },
  notApplicable: { 'a network load balancer': balancer({ load_balancer_type: 'network' }) },
  unknown: { 'a variable decides': balancer({ drop_invalid_header_fields: '${var.drop}' }) },
  guards: { 'aws_lb.web.drop_invalid_header_fields': [false, undefined] },
});
