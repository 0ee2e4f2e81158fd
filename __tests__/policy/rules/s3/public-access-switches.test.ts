import { PUBLIC_ACCESS_SWITCHES } from '../../../../src/policy/rules/s3/public-access-switches';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const ALL = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};
const block = (settings: object): Resources => ({
  aws_s3_bucket_public_access_block: { media: { bucket: 'media', ...settings } },
});

describeRule(PUBLIC_ACCESS_SWITCHES, {
  pass: { 'all are on': block(ALL) },
  fail: {
    'two are left out': {
      resources: block({ ...ALL, block_public_acls: undefined, ignore_public_acls: undefined }),
      finds: [
        'aws_s3_bucket_public_access_block.media#block_public_acls',
        'aws_s3_bucket_public_access_block.media#ignore_public_acls',
      ],
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': block({ ...ALL, block_public_policy: '${var.block}' }) },
  guards: Object.fromEntries(
    Object.keys(ALL).map((name) => [`aws_s3_bucket_public_access_block.media.${name}`, [false, undefined]]),
  ),
});
