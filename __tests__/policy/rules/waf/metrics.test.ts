import { WAF_METRICS } from '../../../../src/policy/rules/waf/metrics';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { managed, RULES_IN_TEXT, webAcl } from '../../support/web-acl';

const SEEN = { visibility_config: { cloudwatch_metrics_enabled: true } };

describeRule(WAF_METRICS, {
  pass: { 'the web ACL and its rule': webAcl([managed('a', SEEN)], SEEN) },
  fail: {
    'a rule is not': {
      resources: webAcl([managed('a', SEEN), managed('b')], SEEN),
      finds: ['aws_wafv2_web_acl.site#b'],
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'rules in a text': webAcl([], { ...SEEN, ...RULES_IN_TEXT.aws_wafv2_web_acl?.site }) },
  guards: {
    'aws_wafv2_web_acl.site.visibility_config.cloudwatch_metrics_enabled': [false, undefined],
    'aws_wafv2_web_acl.site.rule.0.visibility_config.cloudwatch_metrics_enabled': [false, undefined],
  },
});
