import { DELETION_WINDOW } from '../../../../src/policy/rules/kms/deletion-window';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(DELETION_WINDOW, {
  pass: {
    'it is the longest': { aws_kms_key: { data: { deletion_window_in_days: 30 } } },
    'nothing is said': { aws_kms_replica_key: { data: { description: 'data' } } },
  },
  fail: { 'a week': { aws_kms_replica_key: { data: { deletion_window_in_days: 7 } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_kms_key: { data: { deletion_window_in_days: '${var.days}' } } } },
  guards: { 'aws_kms_key.data.deletion_window_in_days': [7, 29] },
});
