import { ENHANCED_MONITORING } from '../../../../src/policy/rules/rds/enhanced-monitoring';
import { describeRule, OTHER_RESOURCES, type Fixture } from '../../support/describe-rule';

const ROLE = 'arn:aws:iam::123456789012:role/monitoring';
const monitored = (more: object, role: unknown = ROLE): Fixture => ({
  resources: { aws_db_instance: { main: { monitoring_interval: 60, monitoring_role_arn: role, ...more } } },
});

describeRule(ENHANCED_MONITORING, {
  pass: {
    'it is on, with a role': monitored({}),
    'the role is made beside it': monitored({}, '${aws_iam_role.monitoring.arn}'),
  },
  fail: {
    'it is off': monitored({ monitoring_interval: 0 }),
    'there is no role': monitored({ monitoring_role_arn: undefined }),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': monitored({ monitoring_interval: '${var.seconds}' }) },
  guards: { 'aws_db_instance.main.monitoring_interval': [0, undefined] },
});
