import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { TerraformStack } from 'cdktf';
import { ExclusivePolicies } from '../../src/iam';
import { synthesize } from '../../src/testing';

const POLICY = 'arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole';

const makeRole = (stack: TerraformStack) => new IamRole(stack, 'Role', { name: 'web', assumeRolePolicy: '{}' });

test('names the policies by values that a plan knows, and waits for them', () => {
  const json = synthesize((stack) => {
    const role = makeRole(stack);
    const read = new IamRolePolicy(stack, 'Read', { name: 'read', role: role.name, policy: '{}' });
    const monitor = new IamRolePolicyAttachment(stack, 'Monitor', { role: role.name, policyArn: POLICY });
    new ExclusivePolicies(stack, 'Only', { role, inline: [read], attachments: [monitor] });
  });

  expect(json.only('aws_iam_role_policies_exclusive')).toMatchObject({
    role_name: '${aws_iam_role.Role.name}',
    policy_names: ['read'],
    depends_on: ['aws_iam_role_policy.Read'],
  });
  expect(json.only('aws_iam_role_policy_attachments_exclusive')).toMatchObject({
    role_name: '${aws_iam_role.Role.name}',
    policy_arns: [POLICY],
    depends_on: ['aws_iam_role_policy_attachment.Monitor'],
  });
});

test('leaves a role that is given nothing without any policy', () => {
  const json = synthesize((stack) => void new ExclusivePolicies(stack, 'Only', { role: makeRole(stack) }));

  expect(json.only('aws_iam_role_policies_exclusive')['policy_names']).toEqual([]);
  expect(json.only('aws_iam_role_policy_attachments_exclusive')['policy_arns']).toEqual([]);
});
