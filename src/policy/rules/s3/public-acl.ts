import type { Resource } from '../../model/resource';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import type { Readable } from '../../model/block';

/** Canned ACLs for everybody, or for everybody with any AWS account. */
const PUBLIC_ACLS = ['public-read', 'public-read-write', 'authenticated-read'];

/** The groups behind those ACLs. */
const PUBLIC_GROUP = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;

export const PUBLIC_ACL = defineRule({
  id: 'WPHA-S3-007',
  title: 'no ACL lets the public read or write',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket', 'aws_s3_bucket_acl', 'aws_s3_object'],
  rows: ['S3-007', 'S3-008'],
  maps: { checkov: ['CKV_AWS_20', 'CKV_AWS_57'], trivy: ['AVD-AWS-0092'], fsbp: ['S3.2', 'S3.3'] },
  why: 'With such an ACL anybody lists, copies or replaces what lies in the bucket, without a trace of who it was.',
  fix: "Leave 'acl' out, and give readers access by a bucket policy that names them.",
  suppressible: false,
  check: (resource) => {
    const verdicts = [...canned(resource), ...granted(resource)];
    return verdicts.length === 0 ? notApplicable() : verdicts;
  },
});

function canned(resource: Resource): readonly Verdict[] {
  const acl = resource.get('acl');
  if (acl.isUnset) return [];
  if (acl.isUnclear) return [unknown([resource, 'acl'])];
  return [acl.is(...PUBLIC_ACLS) ? fail([resource, 'acl'], `'acl' is ${acl.describe()}`) : pass()];
}

function granted(resource: Resource): readonly Verdict[] {
  const lists = resource.type === 'aws_s3_bucket_acl' ? resource.blocks('access_control_policy') : [resource];
  return lists.flatMap((list) => list.blocks('grant')).map((grant) => judge(grant));
}

function judge(grant: Readable): Verdict {
  const path = grant.get('grantee').isSet ? 'grantee.uri' : 'uri';
  const uri = grant.get(path);
  if (uri.isUnclear) return unknown([grant, path]);
  const [, group] = PUBLIC_GROUP.exec(uri.text ?? '') ?? [];
  return group === undefined ? pass() : fail([grant, path], `a grant is for ${group}`, { part: group });
}
