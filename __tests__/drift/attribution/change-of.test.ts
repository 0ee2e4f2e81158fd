import { changeOf } from '../../../src/drift';
import { driftOf, planOf } from '../plan-fixture';

test('what was added to a role is looked up by its name and by that of the role, whatever removes it', () => {
  const arn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  const values = { role_name: 'web', policy_arns: [arn] };
  const role = { address: 'aws_iam_role.Web', applied: { name: 'web', managed_policy_arns: [arn] } };
  const list = {
    address: 'aws_iam_role_policy_attachments_exclusive.Web',
    ...{ applied: values, planned: { ...values, policy_arns: [] } },
  };
  const [finding] = driftOf(planOf(role, list)).findings;

  expect(finding && changeOf(finding, { values })).toEqual({
    ...{ type: 'aws_iam_role_policy_attachments_exclusive', kind: 'added' },
    ...{ paths: ['policy_arns'], identifiers: [arn, 'web'] },
  });
});
