import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { policyStatements } from '../../rule/policy-document';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown } from '../../rule/verdict';
import { INSTANCE_TYPES } from './templates';

const MANAGED = /:policy\/AmazonSSMManagedInstanceCore$/;

/** Without this the agent cannot register the instance, and nothing of SSM works. */
const REGISTERS = 'ssm:UpdateInstanceInformation';

export const SESSION_MANAGER = defineRule({
  id: 'WPHA-EC2-017',
  title: 'instances can be patched and entered by SSM',
  severity: 'low',
  pack: 'baseline',
  appliesTo: INSTANCE_TYPES,
  rows: ['EC2-017'],
  maps: { fsbp: ['SSM.1'], cdkNag: ['AwsSolutions-IAM4'] },
  why: 'Whoever cannot enter by SSM opens port 22 on the day that something is wrong.',
  fix: `Attach AmazonSSMManagedInstanceCore to the role of the instance, or allow ${REGISTERS} and what Session Manager needs.`,
  check: (instance, graph) => {
    const profiles = graph.targetsOf(instance.get('iam_instance_profile'));
    const roles = profiles.flatMap((profile) => graph.targetsOf(profile.get('role')));
    const known = roles.filter(({ type }) => type === 'aws_iam_role');
    if (instance.get('iam_instance_profile').isUnset) return notApplicable();
    if (known.length === 0)
      return unknown([instance, 'iam_instance_profile'], 'the role of the instance is not known here');
    const registers = known.map((role) => canRegister(role, graph));
    if (registers.includes(true)) return pass();
    if (registers.includes(undefined)) {
      return unknown([instance, 'iam_instance_profile'], 'the policies of the role are not all known yet');
    }
    return fail([instance, 'iam_instance_profile'], 'the role does not let the agent of SSM register the instance');
  },
});

/** Whether a role may register its instance with SSM; undefined where its policies cannot be read yet. */
function canRegister(role: Resource, graph: ResourceGraph): boolean | undefined {
  const attachments = graph.attached(role, 'aws_iam_role_policy_attachment', 'role').found;
  const arns = attachments.map((attachment) => attachment.get('policy_arn'));
  if (arns.some(({ text }) => MANAGED.test(text ?? ''))) return true;
  const policies = [
    ...graph.attached(role, 'aws_iam_role_policy', 'role').found,
    ...arns.flatMap((arn) => graph.targetsOf(arn)).filter(({ type }) => type === 'aws_iam_policy'),
  ];
  const statements = policies.map((policy) => policyStatements(policy.get('policy')));
  const allowed = statements.flatMap((list) => list ?? []).filter(({ effect }) => effect === 'Allow');
  if (allowed.some(({ actions }) => actions.some((action) => covers(action)))) return true;
  const open = statements.includes(undefined) || arns.some((arn) => arn.isUnclear && arn.targets.length === 0);
  return open ? undefined : false;
}

function covers(action: string): boolean {
  const pattern = action.split('*').map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`, 'i').test(REGISTERS);
}
