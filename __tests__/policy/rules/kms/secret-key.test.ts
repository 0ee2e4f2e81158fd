import { SECRET_KEY } from '../../../../src/policy/rules/kms/secret-key';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const secret = (kms_key_id: string): Resources => ({
  aws_kms_key: { data: { description: 'data' } },
  aws_secretsmanager_secret: { salts: { name: 'salts', kms_key_id } },
});

describeRule(SECRET_KEY, {
  pass: { 'a key of the stack': secret('${aws_kms_key.data.arn}') },
  fail: { 'nothing is said': { aws_secretsmanager_secret: { salts: { name: 'salts' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable names the key': secret('${var.key}') },
  guards: { 'aws_secretsmanager_secret.salts.kms_key_id': ['alias/aws/secretsmanager', undefined] },
});
