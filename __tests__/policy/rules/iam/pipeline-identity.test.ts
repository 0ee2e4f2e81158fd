import { PIPELINE_IDENTITY } from '../../../../src/policy/rules/iam/pipeline-identity';
import { describeRule, type Resources } from '../../support/describe-rule';
import { document } from '../../support/iam-policy';

const HOST = 'token.actions.githubusercontent.com';
const PROVIDER = `arn:aws:iam::123456789012:oidc-provider/${HOST}`;
const trust = (condition: object, federated = PROVIDER): string =>
  document({
    Effect: 'Allow',
    Action: 'sts:AssumeRoleWithWebIdentity',
    Principal: { Federated: federated },
    Condition: condition,
  });
const role = (policy: string): Resources => ({ aws_iam_role: { deploy: { assume_role_policy: policy } } });
const aud = { [`${HOST}:aud`]: 'sts.amazonaws.com' };
const sub = (value: string): object => ({ StringEquals: aud, StringLike: { [`${HOST}:sub`]: value } });

describeRule(PIPELINE_IDENTITY, {
  pass: {
    'a branch of a repository': role(
      trust({ StringEquals: { ...aud, [`${HOST}:sub`]: 'repo:acme/site:ref:refs/heads/main' } }),
    ),
    'every branch of a repository': role(trust(sub('repo:acme/site:*'))),
    'every repository of an owner': role(trust(sub('repo:acme/*'))),
  },
  fail: {
    'no claim is looked at': {
      resources: role(trust({})),
      finds: ['aws_iam_role.deploy#aud', 'aws_iam_role.deploy#sub'],
    },
    'owners whose name begins alike': { resources: role(trust(sub('repo:acme*'))), finds: ['aws_iam_role.deploy#sub'] },
    'the claim must only not be another': role(trust({ StringNotEquals: { ...aud, [`${HOST}:sub`]: 'repo:a/b' } })),
  },
  notApplicable: {
    'a service': role(
      document({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }),
    ),
    'people who log in': role(trust({}, 'cognito-identity.amazonaws.com')),
  },
  unknown: { 'a variable holds the policy': role('${var.policy}') },
  guards: {
    'aws_iam_role.deploy.assume_role_policy': [
      trust({}),
      trust(sub('*')),
      trust(sub('repo:*')),
      trust({ StringEquals: aud }),
    ],
  },
});
