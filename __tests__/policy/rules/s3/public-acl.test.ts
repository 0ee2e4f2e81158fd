import { PUBLIC_ACL } from '../../../../src/policy/rules/s3/public-acl';
import { describeRule, type Resources } from '../../support/describe-rule';

const acl = (settings: object): Resources => ({ aws_s3_bucket_acl: { media: { bucket: 'media', ...settings } } });
const grant = (uri: string): Resources =>
  acl({ access_control_policy: { grant: [{ permission: 'READ', grantee: { type: 'Group', uri } }] } });

describeRule(PUBLIC_ACL, {
  pass: {
    'it is private': acl({ acl: 'private' }),
    'a grant is for log delivery': grant('http://acs.amazonaws.com/groups/s3/LogDelivery'),
    'a grant names an account': { aws_s3_bucket: { media: { grant: [{ id: 'abc', permissions: ['READ'] }] } } },
  },
  fail: {
    'everybody may read an object': { aws_s3_object: { logo: { acl: 'public-read' } } },
    'the bucket says so itself': { aws_s3_bucket: { media: { acl: 'public-read-write' } } },
    'a grant is for everybody': {
      resources: grant('http://acs.amazonaws.com/groups/global/AllUsers'),
      finds: ['aws_s3_bucket_acl.media#AllUsers'],
    },
  },
  notApplicable: { 'a bucket without ACL': { aws_s3_bucket: { media: { bucket: 'media' } } } },
  unknown: { 'a variable holds the grantee': grant('${var.uri}') },
  guards: { 'aws_s3_bucket_acl.media.acl': ['public-read', 'public-read-write', 'authenticated-read'] },
});
