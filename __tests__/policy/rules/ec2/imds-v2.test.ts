import { IMDS_V2 } from '../../../../src/policy/rules/ec2/imds-v2';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const template = (options: object): Resources => ({ aws_launch_template: { web: { metadata_options: options } } });

describeRule(IMDS_V2, {
  pass: {
    'tokens are required': template({ http_tokens: 'required' }),
    'blocks are written as a list': template([{ http_tokens: 'required' }]),
    'the service is off': template({ http_endpoint: 'disabled' }),
  },
  fail: { 'nothing is said': { aws_launch_template: { web: { instance_type: 't4g.small' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': template({ http_tokens: '${var.tokens}' }) },
  guards: {
    'aws_launch_template.web.metadata_options.http_tokens': ['optional', undefined],
    'aws_launch_template.web.metadata_options': [undefined],
  },
});
