import { NO_DATA_EXFILTRATION } from '../../../../src/policy/rules/iam/data-exfiltration';
import { describeRule } from '../../support/describe-rule';
import { allowing, DENYING, document, UNREADABLE } from '../../support/iam-policy';

const unlimited = (Action: string | string[]): string => document({ Effect: 'Allow', Action, Resource: '*' });

describeRule(NO_DATA_EXFILTRATION, {
  pass: { 'objects of a bucket': allowing({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::media/*' }) },
  fail: {
    'objects of all buckets': {
      resources: allowing({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::*/*' }),
      finds: ['aws_iam_role_policy.web#s3:GetObject'],
    },
  },
  notApplicable: { 'a policy that only denies': DENYING },
  unknown: { 'a variable holds the policy': UNREADABLE },
  guards: {
    'aws_iam_role_policy.web.policy': [
      unlimited('secretsmanager:Get*'),
      unlimited('ssm:GetParameter'),
      unlimited('s3:*'),
    ],
  },
});
