import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { expectOneOf, firstOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';
import { judgeAttached } from './bucket';
import { isLogDestination } from './log-destination';

const TYPE = 'aws_s3_bucket_replication_configuration';

export const BUCKET_REPLICATION = defineRule({
  id: 'WPHA-S3-019',
  title: 'buckets are copied to another bucket',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_s3_bucket'],
  rows: ['S3-019'],
  maps: { checkov: ['CKV_AWS_144'] },
  why: 'Versions do not help when the region, the account or the key is gone; a copy elsewhere does.',
  fix: 'Add an aws_s3_bucket_replication_configuration with an enabled rule to a bucket of another region.',
  check: (bucket, graph) => {
    if (isLogDestination(bucket, graph) || isCopy(bucket, graph)) return notApplicable();
    return judgeAttached(bucket, graph, TYPE, (resource) =>
      firstOf(...resource.blocks('rule').map((rule) => () => expectOneOf(rule, 'status', ['Enabled'], { resource }))),
    );
  },
});

function isCopy(bucket: Resource, graph: ResourceGraph): boolean {
  const rules = graph.ofType(TYPE).flatMap((replication) => replication.blocks('rule'));
  return rules.some((rule) => graph.names(rule.get('destination.bucket'), bucket));
}
