import { policyDocument } from '../../src/core/policy-document';

describe('policyDocument', () => {
  test('renders only what a statement says', () => {
    const json = policyDocument([{ sid: 'Read', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::a/*'] }]);

    expect(JSON.parse(json)).toEqual({
      Version: '2012-10-17',
      Statement: [{ Sid: 'Read', Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::a/*'] }],
    });
  });

  test('renders principals, conditions and denials', () => {
    const json = policyDocument([
      {
        sid: 'No',
        effect: 'Deny',
        actions: ['s3:*'],
        notResources: ['arn:aws:s3:::a'],
        principals: { AWS: '*' },
        conditions: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);

    expect(JSON.parse(json)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'No',
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: ['s3:*'],
          NotResource: ['arn:aws:s3:::a'],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });
});
