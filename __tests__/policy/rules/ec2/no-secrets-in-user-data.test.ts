import { gzipSync } from 'node:zlib';
import { NO_SECRETS_IN_USER_DATA } from '../../../../src/policy/rules/ec2/no-secrets-in-user-data';
import { describeRule, type Resources } from '../../support/describe-rule';
import { instance, template } from './resources';

const encoded = (text: string): string => Buffer.from(text).toString('base64');
const packed = (text: string): string => gzipSync(text).toString('base64');
const data = (text: string): Resources => template({ user_data: encoded(text) });

// made up, and cut in two so that no scanner takes them for real ones
const ACCESS_KEY = `AKIA${'IOSFODNN7EXAMPLE'}`;
const SECRET_KEY = `aws_secret_access_key = ${'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'}`;
const CLEAN = '#!/bin/sh\nPASSWORD="$(aws secretsmanager get-secret-value)"\nexport DB_PASSWORD=$PASSWORD\n';

describeRule(NO_SECRETS_IN_USER_DATA, {
  pass: {
    'a secret is read at boot': data(CLEAN),
    'a password is looked up by a program': data('$password = trim(stream_get_contents(STDIN));'),
    'an instance has it plain': instance({ user_data: CLEAN }),
    'it is packed': template({ user_data: packed(CLEAN) }),
  },
  fail: {
    'an access key': { resources: data(`export KEY=${ACCESS_KEY}`), finds: ['aws_launch_template.web#access key'] },
    'a secret access key, packed': {
      resources: template({ user_data: packed(SECRET_KEY) }),
      finds: ['aws_launch_template.web#secret access key'],
    },
    'a private key': data(`-----BEGIN RSA ${'PRIVATE KEY'}-----\nabc`),
    'a password': data("define('x'); DB_PASSWORD='correct-horse'"),
    'a password in plain data of an instance': instance({ user_data: 'password: correct-horse' }),
    'a password that WP-CLI is given': data('php wp-cli.phar core config --dbuser=wordpress --dbpass=wordpress\n'),
    'a password beside an expression': {
      resources: {
        ...instance({ user_data: 'host=${aws_lb.web.dns_name}\npassword=correct-horse\n' }),
        aws_lb: { web: { internal: true } },
      },
      atPlan: 'unknown',
    },
  },
  notApplicable: { 'no user data': template({ instance_type: 't4g.small' }) },
  unknown: {
    'a variable holds it': template({ user_data: '${var.data}' }),
    'it is packed but broken': template({ user_data: Buffer.from([0x1f, 0x8b, 1, 2]).toString('base64') }),
  },
  guards: { 'aws_launch_template.web.user_data': [encoded(ACCESS_KEY), packed(SECRET_KEY)] },
});
