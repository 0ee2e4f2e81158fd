import { SESSION_MANAGER } from '../../../../src/policy/rules/ec2/session-manager';
import { describeRule, type Resources } from '../../support/describe-rule';
import { template } from './resources';

const ROLE = '${aws_iam_role.web.name}';
const withRole = (more: Resources = {}, profile = '${aws_iam_instance_profile.web.arn}'): Resources => ({
  ...template({ iam_instance_profile: { arn: profile } }),
  aws_iam_instance_profile: { web: { role: ROLE } },
  aws_iam_role: { web: { name: 'web' } },
  ...more,
});
const allows = (...actions: readonly string[]): Resources => ({
  aws_iam_role_policy: {
    web: { role: ROLE, policy: JSON.stringify({ Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] }) },
  },
});
const attached = (arn: string): Resources => ({
  aws_iam_role_policy_attachment: { web: { role: ROLE, policy_arn: arn } },
});

describeRule(SESSION_MANAGER, {
  pass: {
    'a policy of its own allows it': withRole(allows('ssm:UpdateInstanceInformation')),
    'the policy of AWS is attached': withRole(attached('arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore')),
    'a policy for all of SSM is attached': withRole({
      ...attached('${aws_iam_policy.ssm.arn}'),
      aws_iam_policy: { ssm: { policy: '{"Statement":{"Effect":"Allow","Action":"ssm:*","Resource":"*"}}' } },
    }),
  },
  fail: {
    'the role has no policy': withRole(),
    'its policy allows something else': withRole(allows('ssm:GetParameter')),
    'another policy of AWS is attached': withRole(attached('arn:aws:iam::aws:policy/ReadOnlyAccess')),
  },
  notApplicable: { 'no profile, which is told elsewhere': template({ instance_type: 't4g.small' }) },
  unknown: {
    'the profile is not known here': withRole({}, 'arn:aws:iam::1:instance-profile/web'),
    'a variable holds the policy': withRole({ aws_iam_role_policy: { web: { role: ROLE, policy: '${var.policy}' } } }),
    'a variable names the policy': withRole(attached('${var.policy}')),
  },
  guards: {
    'aws_iam_role_policy.web.policy': ['{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}'],
    'aws_iam_role_policy.web.role': ['other'],
  },
});
