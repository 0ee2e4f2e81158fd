import { expectOneOf, expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';
import { judgeAttached } from './bucket';
import { isLogDestination } from './log-destination';

export const BUCKET_VERSIONING = defineRule({
  id: 'WPHA-S3-012',
  title: 'buckets keep versions',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket'],
  rows: ['S3-012'],
  maps: { checkov: ['CKV_AWS_21'], trivy: ['AVD-AWS-0090'] },
  why: 'Without versions an overwrite or a delete is final, whether a person, a plugin or an intruder did it.',
  fix: "Add an aws_s3_bucket_versioning with 'status' Enabled; a lifecycle keeps old versions from piling up.",
  check: (bucket, graph) => {
    // services write each log once, and a lifecycle removes it
    if (isLogDestination(bucket, graph)) return notApplicable();
    if (bucket.get('versioning').isSet) return expectTrue(bucket, 'versioning.enabled');
    return judgeAttached(bucket, graph, 'aws_s3_bucket_versioning', (resource) =>
      expectOneOf(resource, 'versioning_configuration.status', ['Enabled'], { resource }),
    );
  },
});
