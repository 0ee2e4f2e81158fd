import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';

/** Where services are told to write their logs. */
const DESTINATIONS: readonly (readonly [type: string, path: string])[] = [
  ['aws_lb', 'access_logs.bucket'],
  ['aws_lb', 'connection_logs.bucket'],
  ['aws_alb', 'access_logs.bucket'],
  ['aws_elb', 'access_logs.bucket'],
  ['aws_cloudfront_distribution', 'logging_config.bucket'],
  ['aws_s3_bucket_logging', 'target_bucket'],
  ['aws_s3_bucket', 'logging.target_bucket'],
];

/** Whether services of AWS deliver logs to a bucket: write-once objects, which load balancers and S3 encrypt with SSE-S3 only. */
export function isLogDestination(bucket: Resource, graph: ResourceGraph): boolean {
  return DESTINATIONS.some(([type, path]) =>
    graph.ofType(type).some((writer) => graph.names(writer.get(path), bucket)),
  );
}
