import { FILES_TLS_ONLY } from '../../../../src/policy/rules/efs/tls-only';
import { describeRule, OTHER_RESOURCES, type Fixture } from '../../support/describe-rule';

const TLS = {
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const MOUNT = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'elasticfilesystem:ClientMount' };
const document = (...statements: readonly object[]): string => JSON.stringify({ Statement: statements });
const policy = (text: string, more: Partial<Fixture> = {}): Fixture => ({
  resources: {
    aws_efs_file_system: { files: { creation_token: 'files' } },
    aws_efs_file_system_policy: { files: { file_system_id: '${aws_efs_file_system.files.id}', policy: text } },
  },
  ...more,
});
const ARN = '${aws_efs_file_system.files.arn}';

describeRule(FILES_TLS_ONLY, {
  pass: {
    'TLS only, nobody root': policy(document(TLS, MOUNT)),
    'the ARN is known only after apply': policy(document({ ...TLS, Resource: ARN }), { atPlan: 'unknown' }),
    'one role may be root': policy(
      document(TLS, { ...MOUNT, Principal: { AWS: '123456789012' }, Action: 'elasticfilesystem:*' }),
    ),
  },
  fail: {
    'there is no policy': {
      resources: { aws_efs_file_system: { files: { creation_token: 'files' } } },
      finds: ['aws_efs_file_system.files#missing'],
    },
    'everything is open': policy(document({ ...MOUNT, Action: 'elasticfilesystem:Client*' }), {
      finds: ['aws_efs_file_system_policy.files#root', 'aws_efs_file_system_policy.files#tls'],
    }),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable holds the policy': policy('${var.policy}') },
  guards: {
    'aws_efs_file_system_policy.files.policy': [
      document(MOUNT),
      document({ ...TLS, Action: 'elasticfilesystem:ClientWrite' }),
      document(TLS, { ...MOUNT, Action: 'elasticfilesystem:ClientRootAccess' }),
    ],
  },
});
