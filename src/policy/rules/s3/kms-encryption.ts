import type { Block } from '../../model/block';
import type { Resource } from '../../model/resource';
import { expectOneOf, expectTrue, firstOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, type Verdict } from '../../rule/verdict';
import { judgeAttached } from './bucket';
import { isLogDestination } from './log-destination';

const BY_DEFAULT = 'apply_server_side_encryption_by_default.sse_algorithm';

export const BUCKET_KMS_ENCRYPTION = defineRule({
  id: 'WPHA-S3-011',
  title: 'buckets encrypt with KMS, by a bucket key',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket'],
  rows: ['S3-011'],
  maps: { checkov: ['CKV_AWS_145'], trivy: ['AVD-AWS-0132'] },
  why: 'With KMS a reader needs the key as well as the bucket, and without a bucket key every object costs a request.',
  fix: "Set 'sse_algorithm' to aws:kms and 'bucket_key_enabled' to true.",
  check: (bucket, graph) => {
    if (isLogDestination(bucket, graph)) return notApplicable();
    const inline = bucket.blocks('server_side_encryption_configuration').flatMap((block) => block.blocks('rule'));
    if (inline.length > 0) return judge(bucket, inline);
    return judgeAttached(bucket, graph, 'aws_s3_bucket_server_side_encryption_configuration', (settings) =>
      judge(settings, settings.blocks('rule')),
    );
  },
});

function judge(resource: Resource, rules: readonly Block[]): Verdict {
  if (rules.length === 0) return fail([resource, 'rule'], 'no rule says how objects are encrypted', { resource });
  return firstOf(
    ...rules.flatMap((rule) => [
      () => expectOneOf(rule, BY_DEFAULT, ['aws:kms', 'aws:kms:dsse'], { resource }),
      // S3 has no bucket keys for encryption in two layers
      () => (rule.get(BY_DEFAULT).is('aws:kms:dsse') ? pass() : expectTrue(rule, 'bucket_key_enabled', { resource })),
    ]),
  );
}
