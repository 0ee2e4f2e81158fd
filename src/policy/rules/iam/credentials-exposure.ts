import { defineRule } from '../../rule/rule';
import { IDENTITY_POLICIES, judgeAllowed } from './allowances';
import { unlimited } from './unlimited-actions';

/** Actions that answer with credentials and that a policy can limit (cloudsplaining's list). */
const RETURN_CREDENTIALS: readonly string[] = [
  'codeartifact:GetAuthorizationToken',
  'codepipeline:PollForJobs',
  'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
  'connect:GetFederationToken',
  'ec2:GetPasswordData',
  'elasticache:Connect',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'iam:UpdateAccessKey',
  'lightsail:CreateBucketAccessKey',
  'lightsail:GetInstanceAccessDetails',
  'lightsail:GetRelationalDatabaseMasterUserPassword',
  'rds-db:connect',
  'redshift-serverless:GetCredentials',
  'redshift:GetClusterCredentials',
  'sts:AssumeRole',
];

export const NO_CREDENTIALS_EXPOSURE = defineRule({
  id: 'WPHA-IAM-007',
  title: 'credentials are handed out for named resources only',
  severity: 'high',
  pack: 'baseline',
  appliesTo: IDENTITY_POLICIES,
  rows: ['IAM-007'],
  maps: { checkov: ['CKV_AWS_287'] },
  why: 'Credentials of everybody in the answer to one call make the role as strong as the strongest of them.',
  fix: 'Name the users, roles or clusters as resources.',
  check: (policy, graph) => judgeAllowed(policy, graph, (allowed) => unlimited(allowed, RETURN_CREDENTIALS)),
});
