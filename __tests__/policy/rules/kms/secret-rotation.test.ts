import { SECRET_ROTATION } from '../../../../src/policy/rules/kms/secret-rotation';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const SECRET = { aws_secretsmanager_secret: { user: { name: 'user' } } };
const rotated = (secret_id: string): Resources => ({
  ...SECRET,
  aws_secretsmanager_secret_rotation: { user: { secret_id } },
});

describeRule(SECRET_ROTATION, {
  pass: {
    'it rotates': rotated('${aws_secretsmanager_secret.user.id}'),
    'the older attribute is set': { aws_secretsmanager_secret: { user: { rotation_lambda_arn: 'arn:aws:lambda:x' } } },
  },
  fail: { 'nothing rotates it': SECRET, 'another one rotates': rotated('other') },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'nobody knows whose rotation it is': rotated('${var.secret}') },
  guards: { 'aws_secretsmanager_secret_rotation.user.secret_id': ['other'] },
});
