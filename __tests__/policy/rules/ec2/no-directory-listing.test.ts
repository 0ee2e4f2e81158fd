import { NO_DIRECTORY_LISTING } from '../../../../src/policy/rules/ec2/no-directory-listing';
import { describeRule, type Resources } from '../../support/describe-rule';
import { template } from './resources';

const encoded = (text: string): string => Buffer.from(text).toString('base64');
const data = (text: string): Resources => template({ user_data: encoded(text) });
const GOOD = 'Options -Indexes +FollowSymLinks\nautoindex off;\n';
const BAD = '  Options Indexes FollowSymLinks\n';

describeRule(NO_DIRECTORY_LISTING, {
  pass: {
    'listings are off': data(GOOD),
  },
  fail: {
    'what the reference template does': data(BAD),
    'nginx lists': { resources: data('location / { autoindex on; }'), finds: ['aws_launch_template.web#autoindex'] },
    'listings are added': data('Options +FollowSymLinks +Indexes'),
  },
  notApplicable: { 'no user data': template({ instance_type: 't4g.small' }) },
  unknown: { 'a variable holds it': template({ user_data: '${var.data}' }) },
  guards: { 'aws_launch_template.web.user_data': [encoded(BAD)] },
});
