import { expectSet } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const TRAIL_TO_LOGS = defineRule({
  id: 'WPHA-LOG-012',
  title: 'trails are written to CloudWatch Logs too',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_cloudtrail'],
  rows: ['LOG-012'],
  maps: { checkov: ['CKV2_AWS_10'], fsbp: ['CloudTrail.5'], trivy: ['AVD-AWS-0162'] },
  why: 'Alarms cannot look into a bucket, so nobody is told of what the trail records.',
  fix: "Set 'cloud_watch_logs_group_arn' and 'cloud_watch_logs_role_arn'.",
  check: (trail) => expectSet(trail, 'cloud_watch_logs_group_arn'),
});
