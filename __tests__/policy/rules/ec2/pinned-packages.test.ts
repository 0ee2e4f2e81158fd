import { PINNED_PACKAGES } from '../../../../src/policy/rules/ec2/pinned-packages';
import { describeRule, type Resources } from '../../support/describe-rule';
import { template } from './resources';

const encoded = (text: string): string => Buffer.from(text).toString('base64');
const data = (text: string): Resources => template({ user_data: encoded(text) });
const GOOD = 'dnf install -y httpd-2.4.62 php8.3-8.3.14';
const BAD = 'yum install -y httpd24';

describeRule(PINNED_PACKAGES, {
  pass: {
    'versions are named': data(GOOD),
    'variables name the packages': data('apt-get install -y "$@"'),
  },
  fail: {
    'what the reference template does': data(BAD),
    'one of two has none': {
      resources: data('apt-get -q install -y nginx=1.26.3 php-fpm'),
      finds: ['aws_launch_template.web#php-fpm'],
    },
  },
  notApplicable: { 'no user data': template({ instance_type: 't4g.small' }) },
  unknown: { 'a variable holds it': template({ user_data: '${var.data}' }) },
  guards: { 'aws_launch_template.web.user_data': [encoded(BAD)] },
});
