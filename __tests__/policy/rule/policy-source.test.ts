import { readPolicy } from '../../../src/policy/rule/policy-source';
import type { JsonObject } from '../../../src/terraform/json';
import { STACK, synthesized } from '../support/configuration';

const WRITTEN = { actions: ['s3:GetObject'], resources: ['${aws_s3_bucket.media.arn}/*'] };

const read = (document: JsonObject, policy = '${data.aws_iam_policy_document.web.json}') => {
  const graph = synthesized({
    resource: { aws_x: { a: { policy } }, aws_s3_bucket: { media: { force_destroy: false } } },
    data: { aws_iam_policy_document: { web: document } },
  });
  const resource = graph.find({ stack: STACK, address: 'aws_x.a' });
  return resource === undefined ? undefined : readPolicy(resource, 'policy', graph);
};

test('reads the statements of a document', () => {
  const statement = [
    WRITTEN,
    {
      sid: 'Refuse',
      effect: 'Deny',
      not_actions: ['s3:*'],
      not_resources: ['${aws_s3_bucket.media.arn}'],
      principals: [
        { type: 'AWS', identifiers: ['*'] },
        { type: 'Service', identifiers: ['a', 'b'] },
      ],
      condition: [
        { test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] },
        { test: 'Bool', variable: 'aws:ViaAWSService', values: ['false'] },
      ],
    },
  ];

  expect(read({ statement })).toMatchObject([
    {
      name: '1',
      effect: 'Allow',
      actions: ['s3:GetObject'],
      resources: ['${aws_s3_bucket.media.arn}/*'],
      condition: {},
    },
    {
      name: 'Refuse',
      effect: 'Deny',
      actions: [],
      notActions: ['s3:*'],
      notResources: ['${aws_s3_bucket.media}'],
      principals: [
        { type: 'AWS', value: '*' },
        { type: 'Service', value: 'a' },
        { type: 'Service', value: 'b' },
      ],
      condition: { Bool: { 'aws:SecureTransport': ['false'], 'aws:ViaAWSService': ['false'] } },
    },
  ]);
});

test('reads a policy that is written out', () => {
  expect(read({}, '{"Statement":{"Effect":"Allow","Action":"*"}}')).toMatchObject([{ actions: ['*'] }]);
});

test.each([
  ['an action', { actions: ['${var.a}'] }],
  ['a principal', { principals: { type: 'AWS', identifiers: ['${var.a}'] } }],
  ['the effect', { effect: '${var.a}' }],
  ['a condition', { condition: { test: 'StringEquals', variable: '${var.a}', values: ['a'] } }],
])('does not read a document in which a variable decides on %s', (_what, more) => {
  expect(read({ statement: { ...WRITTEN, ...more } })).toBeUndefined();
});

test.each(['source_policy_documents', 'override_policy_documents'])('does not read a document with %s', (name) => {
  expect(read({ statement: WRITTEN, [name]: ['${var.other}'] })).toBeUndefined();
});

test('does not read a policy of which a document is only a part', () => {
  expect(read({ statement: WRITTEN }, '${merge(data.aws_iam_policy_document.web.json, var.b)}')).toBeUndefined();
});
