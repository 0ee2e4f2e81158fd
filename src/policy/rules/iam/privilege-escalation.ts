import { coversAction } from '../../rule/policy-actions';
import type { PolicyStatement } from '../../rule/policy-document';
import { defineRule } from '../../rule/rule';
import { IDENTITY_POLICIES, isUnlimited, judgeAllowed, type Excess } from './allowances';

/** Actions that together turn a role into an administrator (Rhino Security Labs; cloudsplaining's list). */
const WAYS_UP: readonly (readonly string[])[] = [
  ['iam:AddUserToGroup'],
  ['iam:AttachGroupPolicy'],
  ['iam:AttachRolePolicy'],
  ['iam:AttachUserPolicy'],
  ['iam:CreateAccessKey'],
  ['iam:CreateLoginProfile'],
  ['iam:CreatePolicyVersion'],
  ['iam:PutGroupPolicy'],
  ['iam:PutRolePolicy'],
  ['iam:PutUserPolicy'],
  ['iam:SetDefaultPolicyVersion'],
  ['iam:UpdateAssumeRolePolicy'],
  ['iam:UpdateLoginProfile'],
  ['glue:UpdateDevEndpoint'],
  ['lambda:UpdateFunctionCode'],
  ['iam:PassRole', 'cloudformation:CreateStack'],
  ['iam:PassRole', 'codebuild:CreateProject', 'codebuild:StartBuild'],
  ['iam:PassRole', 'datapipeline:CreatePipeline'],
  ['iam:PassRole', 'ec2:RunInstances'],
  ['iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'],
  ['iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:CreateService'],
  ['iam:PassRole', 'glue:CreateDevEndpoint'],
  ['iam:PassRole', 'lambda:CreateFunction', 'lambda:AddPermission'],
  ['iam:PassRole', 'lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
  ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'],
];

export const NO_PRIVILEGE_ESCALATION = defineRule({
  id: 'WPHA-IAM-006',
  title: 'no policy lets a role give itself more rights',
  severity: 'high',
  pack: 'baseline',
  appliesTo: IDENTITY_POLICIES,
  rows: ['IAM-006'],
  maps: { checkov: ['CKV_AWS_286'], trivy: ['AVD-AWS-0342'] },
  why: 'A role that can hand out rights, or start something with the rights of another, has all rights there are.',
  fix: 'Name the roles or functions as resources, or leave out one of the actions.',
  check: (policy, graph) => judgeAllowed(policy, graph, waysUp),
});

/** Statements count together, and only where they hold for every resource. */
function waysUp(allowed: readonly PolicyStatement[]): readonly Excess[] {
  const unlimited = allowed.filter(isUnlimited);
  const open = WAYS_UP.filter((way) => way.every((action) => unlimited.some((each) => coversAction(each, action))));
  return open.map((way) => ({ part: way.join('+'), message: `${way.join(' with ')} is allowed on every resource` }));
}
