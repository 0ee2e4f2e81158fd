import { PLAN_LIFECYCLE } from '../../../../src/policy/rules/backup/plan-lifecycle';
import { describeRule, type Resources } from '../../support/describe-rule';

const plan = (lifecycle: object, copied?: object): Resources => ({
  aws_backup_plan: {
    daily: {
      rule: [
        { rule_name: 'daily', lifecycle, ...(copied === undefined ? {} : { copy_action: [{ lifecycle: copied }] }) },
      ],
    },
  },
});
const LIFECYCLE = 'aws_backup_plan.daily.rule.0.lifecycle';

describeRule(PLAN_LIFECYCLE, {
  pass: {
    'cold for long enough': plan({ cold_storage_after: 30, delete_after: 120 }),
    'never cold': plan({ delete_after: 35 }),
    'never deleted': plan({ cold_storage_after: 30, delete_after: 0 }),
  },
  fail: {
    'a copy goes too early': {
      resources: plan({ delete_after: 35 }, { cold_storage_after: 30, delete_after: 60 }),
      finds: ['aws_backup_plan.daily#rule.copy_action.lifecycle.delete_after'],
    },
  },
  notApplicable: { 'a plan without lifecycle': { aws_backup_plan: { daily: { rule: [{ rule_name: 'daily' }] } } } },
  unknown: { 'a variable holds the days': plan({ cold_storage_after: 30, delete_after: '${var.days}' }) },
  guards: { [`${LIFECYCLE}.delete_after`]: [119, 30], [`${LIFECYCLE}.cold_storage_after`]: [31] },
});
