import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isKnownService, limitableBehind, permissionsBehind } from '../../../../src/policy/rules/iam/actions';
import { actionFacts } from '../../../../scripts/iam-actions';

const FACTS = join(__dirname, '../../../../src/policy/rules/iam/action-facts.json');

test('the facts are those of the service authorization reference', async () => {
  expect(JSON.parse(readFileSync(FACTS, 'utf8'))).toEqual(await actionFacts());
});

test('knows which actions AWS limits and which change rights', () => {
  expect(limitableBehind('ec2:TerminateInstances')).toBe('ec2:TerminateInstances');
  expect(limitableBehind('ec2:DescribeInstances')).toBeUndefined();
  expect(permissionsBehind('s3:PutBucket*')).toBe('s3:PutBucketAcl');
  expect(permissionsBehind('s3:GetObject')).toBeUndefined();
  expect([isKnownService('s3:GetObject'), isKnownService('braket:CreateJob')]).toEqual([true, false]);
});
