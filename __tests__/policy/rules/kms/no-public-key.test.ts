import { NO_PUBLIC_KEY } from '../../../../src/policy/rules/kms/no-public-key';
import { describeRule, type Resources } from '../../support/describe-rule';

const USE = { Sid: 'Use', Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:Decrypt', Resource: '*' };
const document = (change: object): string => JSON.stringify({ Statement: [{ ...USE, ...change }] });
const key = (change: object): Resources => ({ aws_kms_key: { data: { policy: document(change) } } });

describeRule(NO_PUBLIC_KEY, {
  pass: {
    'only this account': key({ Condition: { StringEquals: { 'kms:CallerAccount': '123456789012' } } }),
    'only through a service': key({ Condition: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } } }),
    'the account is named': key({ Principal: { AWS: 'arn:aws:iam::123456789012:root' } }),
  },
  fail: {
    'everybody may decrypt': { resources: key({}), finds: ['aws_kms_key.data#Use'] },
    'a policy beside the key says so': { aws_kms_key_policy: { data: { key_id: 'k', policy: document({}) } } },
  },
  notApplicable: { 'a key without a policy': { aws_kms_key: { data: { description: 'data' } } } },
  unknown: { 'a variable holds the policy': { aws_kms_key: { data: { policy: '${var.policy}' } } } },
  guards: { 'aws_kms_key.data.policy': [document({}), document({ Principal: '*' })] },
});
