import type { Block } from '../../model/block';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';

/** Days that AWS Backup bills cold storage at least, and refuses less (AWS Backup developer guide, 'Lifecycle'). */
const LEAST_COLD_DAYS = 90;

export const PLAN_LIFECYCLE = defineRule({
  id: 'WPHA-BACKUP-004',
  title: 'backups stay in cold storage for 90 days at least',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_backup_plan'],
  rows: ['BACKUP-004'],
  maps: {},
  why: 'AWS Backup refuses shorter times, and only when the plan is applied.',
  fix: "Set 'delete_after' to at least 90 more than 'cold_storage_after'.",
  check: (plan) => {
    const rules = plan.blocks('rule');
    const lifecycles = [...rules, ...rules.flatMap((rule) => rule.blocks('copy_action'))].flatMap((each) =>
      each.blocks('lifecycle'),
    );
    return lifecycles.length === 0 ? notApplicable() : lifecycles.map(judge);
  },
});

function judge(lifecycle: Block): Verdict {
  const [cold, end] = [lifecycle.get('cold_storage_after'), lifecycle.get('delete_after')];
  // a plan writes 0 for what is left out: never moved, never deleted
  if (cold.isUnset || cold.is(0) || end.isUnset || end.is(0)) return pass();
  if (cold.number === undefined || end.number === undefined) {
    return unknown([lifecycle, 'delete_after'], 'the days are not known yet');
  }
  const least = cold.number + LEAST_COLD_DAYS;
  if (end.number >= least) return pass();
  return fail([lifecycle, 'delete_after'], `'delete_after' must be at least ${least}, got ${end.number}`);
}
