import { policyStatements } from '../../../src/policy/rule/policy-document';
import { planned, STACK, synthesized } from '../support/configuration';

const read = (policy: unknown, view = synthesized): ReturnType<typeof policyStatements> => {
  const resource = { aws_x: { a: { policy } }, aws_s3_bucket: { media: { force_destroy: false } } };
  const found = view({ resource }).find({ stack: STACK, address: 'aws_x.a' });
  if (found === undefined) throw new Error('no resource');
  return policyStatements(found.get('policy'));
};

test('reads single values as lists and numbers statements without a Sid', () => {
  const Statement = [
    { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: '*' },
    {
      Sid: 'Deny',
      Effect: 'Deny',
      NotAction: ['a', 'b'],
      NotResource: 'x',
      Principal: { Service: ['a', 'b'], AWS: '1' },
    },
  ];

  expect(read(JSON.stringify({ Statement }))).toMatchObject([
    {
      name: '1',
      effect: 'Allow',
      actions: ['s3:GetObject'],
      resources: ['*'],
      principals: [{ type: '*', value: '*' }],
    },
    {
      name: 'Deny',
      effect: 'Deny',
      notActions: ['a', 'b'],
      notResources: ['x'],
      principals: [
        { type: 'Service', value: 'a' },
        { type: 'Service', value: 'b' },
        { type: 'AWS', value: '1' },
      ],
    },
  ]);
});

test('reads a single statement', () => {
  expect(read('{"Statement":{"Effect":"Allow","Action":"*"}}')).toMatchObject([{ actions: ['*'], condition: {} }]);
});

test('keeps what is known only after apply as an expression', () => {
  const policy = JSON.stringify({
    Statement: [{ Effect: 'Allow', Action: 'a', Resource: '${aws_s3_bucket.media.arn}/*' }],
  });

  expect(read(policy)).toMatchObject([{ resources: ['${aws_s3_bucket.media.arn}/*'] }]);
  expect(read(policy, planned)).toBeUndefined();
});

test('keeps keys in quotes inside expressions', () => {
  const resource = '${aws_s3_bucket.media["a"].arn}';

  expect(read(`{"Statement":[{"Resource":"${resource}"}]}`)).toMatchObject([{ resources: [resource] }]);
});

test('keeps the policy variables of IAM', () => {
  expect(read('{"Statement":[{"Resource":"arn/$${aws:username}"}]}')).toMatchObject([
    { resources: ['arn/${aws:username}'] },
  ]);
});

test.each([['${var.policy}'], ['no json'], ['${aws_s3_bucket.media.policy}'], ['[]']])('cannot read %s', (policy) => {
  expect(read(policy)).toBeUndefined();
});

test('finds no statement where no policy is set', () => {
  expect(read(undefined)).toEqual([]);
});
