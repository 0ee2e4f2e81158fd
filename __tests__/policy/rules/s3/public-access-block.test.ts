import { PUBLIC_ACCESS_BLOCK } from '../../../../src/policy/rules/s3/public-access-block';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const BUCKET = { aws_s3_bucket: { media: { bucket: 'media' } } };
const BLOCK = (bucket: string): Resources => ({ ...BUCKET, aws_s3_bucket_public_access_block: { media: { bucket } } });

describeRule(PUBLIC_ACCESS_BLOCK, {
  pass: {
    'a block refers to the bucket': BLOCK('${aws_s3_bucket.media.id}'),
    'a block names the bucket': BLOCK('media'),
    'a block refers to it by way of its policy': {
      ...BLOCK('${aws_s3_bucket_policy.media.bucket}'),
      aws_s3_bucket_policy: { media: { bucket: '${aws_s3_bucket.media.bucket}' } },
    },
  },
  fail: {
    'nothing blocks': { resources: BUCKET, finds: ['aws_s3_bucket.media#missing'] },
    'the block belongs to another bucket': {
      aws_s3_bucket: { media: { bucket: 'media' }, logs: { bucket: 'logs' } },
      aws_s3_bucket_public_access_block: { logs: { bucket: '${aws_s3_bucket.logs.id}' } },
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'nobody knows whose block it is': BLOCK('${var.bucket}') },
  guards: {
    aws_s3_bucket_public_access_block: [undefined, {}],
    'aws_s3_bucket_public_access_block.media.bucket': ['other'],
  },
});
