import { ROTATION_INTERVAL } from '../../../../src/policy/rules/kms/rotation-interval';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const rotation = (rotation_rules: object): Resources => ({
  aws_secretsmanager_secret_rotation: { user: { secret_id: 'user', rotation_rules } },
});
const RULES = 'aws_secretsmanager_secret_rotation.user.rotation_rules';

describeRule(ROTATION_INTERVAL, {
  pass: {
    'every month': rotation({ automatically_after_days: 30 }),
    'by a rate in days': rotation({ schedule_expression: 'rate(90 days)' }),
    'by a rate in hours': rotation({ schedule_expression: 'rate(12 hours)' }),
    'every month by a cron': rotation({ schedule_expression: 'cron(0 8 1 * ? *)' }),
  },
  fail: {
    'nothing is said': rotation({}),
    'a slow rate': rotation({ schedule_expression: 'rate(91 days)' }),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable decides': rotation({ automatically_after_days: '${var.days}' }),
    'a variable holds the schedule': rotation({ schedule_expression: '${var.schedule}' }),
    'a cron for some months': rotation({ schedule_expression: 'cron(0 8 1 1,7 ? *)' }),
  },
  guards: { [`${RULES}.automatically_after_days`]: [91, 365, undefined] },
});
