import { matchesAction } from '../../../src/policy/rule/policy-actions';

test.each([
  ['s3:*', 's3:GetObject', true],
  ['S3:get*', 's3:GetObject', true],
  ['s3:Get?bject', 's3:GetObject', true],
  ['s3:Get', 's3:GetObject', false],
  ['s3.:GetObject', 's3:GetObject', false],
  ['*', 's3:GetObject', true],
])('%s stands for %s: %s', (pattern, action, expected) => {
  expect(matchesAction(pattern, action)).toBe(expected);
});
