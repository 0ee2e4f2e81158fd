import { WAF_LOGGING } from '../../../../src/policy/rules/waf/logging';
import type { JsonObject } from '../../../../src/terraform/json';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { webAcl } from '../../support/web-acl';

const REDACTED = ['cookie', 'Authorization'].map((name) => ({ single_header: { name } }));
const logging = (settings: JsonObject, group = 'aws-waf-logs-site'): Resources => ({
  ...webAcl([]),
  aws_cloudwatch_log_group: { waf: { name: group } },
  aws_wafv2_web_acl_logging_configuration: {
    site: {
      resource_arn: '${aws_wafv2_web_acl.site.arn}',
      log_destination_configs: ['${aws_cloudwatch_log_group.waf.arn}'],
      redacted_fields: REDACTED,
      ...settings,
    },
  },
});
const CONFIGURATION = 'aws_wafv2_web_acl_logging_configuration.site';

describeRule(WAF_LOGGING, {
  pass: {
    'to a log group of the stack': logging({}),
    'to a log group elsewhere': logging({
      log_destination_configs: ['arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-all'],
    }),
  },
  fail: {
    'nothing is said': { resources: webAcl([]), finds: ['aws_wafv2_web_acl.site#missing'] },
    'the group has another name': {
      resources: logging({}, 'waf'),
      finds: [`${CONFIGURATION}#log_destination_configs`],
    },
    'cookies are logged': {
      resources: logging({ redacted_fields: [{ single_header: { name: 'authorization' } }] }),
      finds: [`${CONFIGURATION}#redacted_fields`],
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable names the web ACL': logging({ resource_arn: '${var.acl}' }),
    'a variable names the group': logging({ log_destination_configs: ['${var.group}'] }),
    'a variable names the header': logging({ redacted_fields: [{ single_header: { name: '${var.header}' } }] }),
  },
  guards: {
    [`${CONFIGURATION}.redacted_fields`]: [undefined],
    [`${CONFIGURATION}.redacted_fields.0.single_header.name`]: ['host'],
    [`${CONFIGURATION}.log_destination_configs`]: [undefined, ['arn:aws:s3:::logs']],
    'aws_cloudwatch_log_group.waf.name': ['waf'],
  },
});
