import { defineRule } from '../../rule/rule';
import { fail, pass, unknown } from '../../rule/verdict';
import { judgeAttached } from './bucket';
import { activeRules } from './lifecycle-rules';

export const BUCKET_LIFECYCLE = defineRule({
  id: 'WPHA-S3-014',
  title: 'buckets say what becomes of objects with age',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket'],
  rows: ['S3-014'],
  maps: { checkov: ['CKV2_AWS_61'], fsbp: ['S3.10', 'S3.13'] },
  why: 'Old versions, logs and backups that nothing removes are paid for, and can leak, for ever.',
  fix: 'Add an aws_s3_bucket_lifecycle_configuration with a rule that is enabled.',
  check: (bucket, graph) => {
    // the block inside the bucket is older than the resource and still valid
    if (bucket.get('lifecycle_rule').isSet) return pass();
    return judgeAttached(bucket, graph, 'aws_s3_bucket_lifecycle_configuration', (resource) => {
      const active = activeRules(resource);
      if (active.some((rule) => rule.get('status').is('Enabled'))) return pass();
      return active.some((rule) => rule.get('status').isUnclear)
        ? unknown([resource, 'rule'], 'whether a rule is enabled is not known yet', { resource })
        : fail([resource, 'rule'], 'no rule is enabled', { resource });
    });
  },
});
