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
    'the metadata of the instance are asked for': data(
      'curl http://169.254.169.254/latest/api/token "http://[fd00:ec2::254]/latest/meta-data/"',
    ),
    'a name that only holds the word': data('curl https://example.com/latestnews/1.2/feed.tar.gz'),
  },
  fail: {
    'what the reference template does': data(BAD),
    'the main branch': {
      resources: data('git clone https://example.com/x/main/y'),
      finds: ['aws_launch_template.web#https://example.com/x/main/y'],
    },
    'whatever release is the latest': {
      resources: data(
        'curl -O https://wordpress.org/latest.tar.gz && curl "https://agent.$REGION.example.com/debian/latest/agent.deb"',
      ),
      finds: [
        'aws_launch_template.web#https://agent.$REGION.example.com/debian/latest/agent.deb',
        'aws_launch_template.web#https://wordpress.org/latest.tar.gz',
      ],
    },
    'the metadata in the path of another host': {
      resources: data('curl https://example.com/169.254.169.254/latest/x'),
      finds: ['aws_launch_template.web#https://example.com/169.254.169.254/latest/x'],
    },
  },
  notApplicable: { 'no user data': template({ instance_type: 't4g.small' }) },
  unknown: { 'a variable holds it': template({ user_data: '${var.data}' }) },
  guards: { 'aws_launch_template.web.user_data': [encoded(BAD)] },
});
