import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { expectAttached, firstOf } from '../../rule/expect';
import type { PolicyStatement } from '../../rule/policy-document';
import { readPolicy } from '../../rule/policy-source';
import { deniesWithoutTls } from '../../rule/policy-transport';
import { defineRule } from '../../rule/rule';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';

/** What people do with objects and buckets; a statement about `s3:*` covers them. */
const ACTIONS = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'];

export const BUCKET_TLS_ONLY = defineRule({
  id: 'WPHA-S3-016',
  title: 'buckets refuse requests without TLS',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket'],
  rows: ['S3-016'],
  maps: { checkov: ['CKV_AWS_379'], fsbp: ['S3.5'], cis: ['3.0.0 2.1.1'], cdkNag: ['AwsSolutions-S10'] },
  why: 'S3 answers plain HTTP, and a single client that is set up wrongly shows objects and signatures on the way.',
  fix: 'Deny s3:* on the bucket and its objects to everybody while aws:SecureTransport is false.',
  check: (bucket, graph) => {
    if (bucket.get('policy').isSet) return judge([bucket], graph);
    const policies = graph.attached(bucket, 'aws_s3_bucket_policy', 'bucket');
    if (policies.found.length > 0) return judge(policies.found, graph);
    return expectAttached(bucket, policies, 'no aws_s3_bucket_policy belongs to the bucket');
  },
});

function judge(holders: readonly Resource[], graph: ResourceGraph): Verdict {
  const documents = holders.map((resource) => ({ resource, statements: readPolicy(resource, 'policy', graph) }));
  const statements = documents.flatMap((each) => each.statements ?? []);
  if (coversBucketAndObjects(statements.filter((each) => deniesWithoutTls(each, ACTIONS)))) return pass();
  const unread = documents.find((each) => each.statements === undefined);
  if (unread !== undefined) return unknown([unread.resource, 'policy'], undefined, { resource: unread.resource });
  const message = 'no statement denies everybody everything on bucket and objects without TLS';
  return firstOf(...holders.map((resource) => () => fail([resource, 'policy'], message, { resource })));
}

function coversBucketAndObjects(statements: readonly PolicyStatement[]): boolean {
  const resources = statements.flatMap((each) => each.resources);
  return resources.some((each) => each.endsWith('*')) && resources.some((each) => !each.endsWith('/*'));
}
