import { LIFECYCLE_ORDER } from '../../../../src/policy/rules/s3/lifecycle-order';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const move = (storage_class: string, days: unknown): object => ({ storage_class, days });
const ages = (transition: readonly object[], days?: number): Resources => ({
  aws_s3_bucket_lifecycle_configuration: {
    media: { rule: [{ status: 'Enabled', transition, ...(days === undefined ? {} : { expiration: [{ days }] }) }] },
  },
});
const RULE = 'aws_s3_bucket_lifecycle_configuration.media.rule.0';

describeRule(LIFECYCLE_ORDER, {
  pass: {
    'colder with age': ages([move('STANDARD_IA', 30), move('GLACIER', 60), move('DEEP_ARCHIVE', 150)], 365),
    'nothing moves': ages([], 30),
    'only delete markers expire': ages([move('GLACIER', 0)], 0),
  },
  fail: {
    'noncurrent versions expire before they move': {
      aws_s3_bucket_lifecycle_configuration: {
        media: {
          rule: [
            {
              status: 'Enabled',
              noncurrent_version_transition: [{ storage_class: 'GLACIER', noncurrent_days: 30 }],
              noncurrent_version_expiration: [{ noncurrent_days: 30 }],
            },
          ],
        },
      },
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable holds an age': ages([move('GLACIER', '${var.days}')]) },
  guards: {
    [`${RULE}.transition.0.days`]: [29, 60],
    [`${RULE}.transition.1.days`]: [30, 61],
    [`${RULE}.transition.2.days`]: [149],
    [`${RULE}.expiration.0.days`]: [150, 100],
  },
});
