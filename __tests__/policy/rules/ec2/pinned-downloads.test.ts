import { PINNED_DOWNLOADS } from '../../../../src/policy/rules/ec2/pinned-downloads';
import { describeRule, type Resources } from '../../support/describe-rule';
import { template } from './resources';

const encoded = (text: string): string => Buffer.from(text).toString('base64');
const data = (text: string): Resources => template({ user_data: encoded(text) });
const GOOD = 'curl -O https://example.com/wp-cli/v2.11.0/wp-cli.phar';
const BAD = 'curl -O https://raw.githubusercontent.com/wp-cli/builds/gh-pages/phar/wp-cli.phar';

describeRule(PINNED_DOWNLOADS, {
  pass: {
    'a release is downloaded': data(GOOD),
  },
  fail: {
    'what the reference template does': data(BAD),
    'the main branch': {
      resources: data('git clone https://example.com/x/main/y'),
      finds: ['aws_launch_template.web#https://example.com/x/main/y'],
    },
  },
  notApplicable: { 'no user data': template({ instance_type: 't4g.small' }) },
  unknown: { 'a variable holds it': template({ user_data: '${var.data}' }) },
  guards: { 'aws_launch_template.web.user_data': [encoded(BAD)] },
});
