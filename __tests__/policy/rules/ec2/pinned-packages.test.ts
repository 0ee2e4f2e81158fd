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
    'the words of an error text': data(`dnf install "$@" || fail 'packages cannot be installed: see above'`),
    'comments, and texts about commands': data('# yum install httpd\necho "yum install httpd"\ntrue # yum install php'),
    'what a command does with its output': data('dnf install -y "$@" > installed.log 2>&1; echo done'),
    'values of options': data('apt-get -t stable install -y nginx=1.26.3 && pip install -r requirements.txt'),
    'packages that are taken away': data('yum remove -y httpd'),
    'an apostrophe in the text of a file': data("it's nginx=1\n# don't yum install php"),
  },
  fail: {
    'what the reference template does': data(BAD),
    'a command among others': {
      resources: data("if true; then sudo DEBIAN_FRONTEND=noninteractive apt-get install -y \\\n  'nginx' php-fpm; fi"),
      finds: ['aws_launch_template.web#nginx', 'aws_launch_template.web#php-fpm'],
    },
    'a line of a list in a cloud-config': {
      resources: data("#cloud-config\n# it's small\nruncmd:\n- /usr/bin/dnf install -y httpd"),
      finds: ['aws_launch_template.web#httpd'],
    },
    'one of two has none': {
      resources: data('apt-get -q install -y nginx=1.26.3 php-fpm'),
      finds: ['aws_launch_template.web#php-fpm'],
    },
  },
  notApplicable: { 'no user data': template({ instance_type: 't4g.small' }) },
  unknown: { 'a variable holds it': template({ user_data: '${var.data}' }) },
  guards: { 'aws_launch_template.web.user_data': [encoded(BAD)] },
});
