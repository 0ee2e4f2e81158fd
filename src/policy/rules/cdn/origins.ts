import type { Block } from '../../model/block';
import type { Resource } from '../../model/resource';

/** How S3 calls buckets: `media.s3.eu-west-1.amazonaws.com`; websites of buckets are ordinary hosts. */
const BUCKET_HOST = /\.s3[.-](?!website)([a-z0-9-]+\.)?amazonaws\.com(\.cn)?$/;

/** Whether an origin is a bucket that CloudFront asks by the API of S3. */
export function isBucket(origin: Block): boolean {
  if (origin.get('custom_origin_config').isSet) return false;
  const host = origin.get('domain_name');
  return origin.get('s3_origin_config').isSet || host.refersTo('aws_s3_bucket') || BUCKET_HOST.test(host.text ?? '');
}

/** Whether what has no path of its own comes from a bucket; undefined where the origin is not known. */
export function startsInBucket(distribution: Resource): boolean | undefined {
  const wanted = distribution.get('default_cache_behavior.target_origin_id');
  const origin = distribution.blocks('origin').find((each) => each.get('origin_id').is(wanted.text ?? ''));
  return origin === undefined ? undefined : isBucket(origin);
}
