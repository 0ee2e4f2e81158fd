import type { JsonObject } from '../../../src/terraform/json';
import type { Resources } from './describe-rule';

/** A distribution in front of a load balancer, with these settings besides. */
export const distribution = (settings: JsonObject): Resources => ({
  aws_cloudfront_distribution: {
    site: {
      origin: [{ origin_id: 'web', domain_name: 'origin.example.com', custom_origin_config: { http_port: 80 } }],
      default_cache_behavior: { target_origin_id: 'web' },
      ...settings,
    },
  },
});

/** A distribution whose only origin is a bucket. */
export const ofBucket = (settings: JsonObject, origin: JsonObject = {}): Resources =>
  distribution({
    origin: [{ origin_id: 'media', domain_name: 'media.s3.eu-west-1.amazonaws.com', ...origin }],
    default_cache_behavior: { target_origin_id: 'media' },
    ...settings,
  });
