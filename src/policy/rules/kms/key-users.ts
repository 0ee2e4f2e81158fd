import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';

/** Somebody whom only the policy of a key can let in, because no role of the account stands between. */
export interface KeyUser {
  /** Service principal without region, or the role that a service links. */
  readonly name: string;
  /** What makes it use the key. */
  readonly user: Resource;
}

/** Publishers of messages, by where they name a topic. */
const PUBLISHERS: readonly (readonly [type: string, path: string, service: string])[] = [
  ['aws_cloudwatch_metric_alarm', 'alarm_actions', 'cloudwatch.amazonaws.com'],
  ['aws_cloudwatch_metric_alarm', 'ok_actions', 'cloudwatch.amazonaws.com'],
  ['aws_cloudwatch_composite_alarm', 'alarm_actions', 'cloudwatch.amazonaws.com'],
  ['aws_db_event_subscription', 'sns_topic', 'events.rds.amazonaws.com'],
  ['aws_cloudwatch_event_target', 'arn', 'events.amazonaws.com'],
  ['aws_autoscaling_notification', 'topic_arn', 'AWSServiceRoleForAutoScaling'],
];

/** Who uses a key without a role of the account; each once, with the first that makes it do so. */
export function keyUsers(key: Resource, graph: ResourceGraph): readonly KeyUser[] {
  const all = [...logs(key, graph), ...publishers(key, graph), ...launches(key, graph), ...distributions(key, graph)];
  return all.filter(({ name }, index) => all.findIndex((each) => each.name === name) === index);
}

function logs(key: Resource, graph: ResourceGraph): readonly KeyUser[] {
  const groups = using(key, 'aws_cloudwatch_log_group', 'kms_key_id', graph);
  return groups.map((user) => ({ name: 'logs.amazonaws.com', user }));
}

function publishers(key: Resource, graph: ResourceGraph): readonly KeyUser[] {
  const topics = using(key, 'aws_sns_topic', 'kms_master_key_id', graph);
  return PUBLISHERS.flatMap(([type, path, name]) =>
    topics.flatMap((topic) => using(topic, type, path, graph).map((user) => ({ name, user }))),
  );
}

/** Auto Scaling starts instances with encrypted volumes by a role that no policy of the account speaks of. */
function launches(key: Resource, graph: ResourceGraph): readonly KeyUser[] {
  const templates = graph
    .ofType('aws_launch_template')
    .filter((template) =>
      template.blocks('block_device_mappings').some((device) => graph.names(device.get('ebs.kms_key_id'), key)),
    );
  const groups = templates.flatMap((template) => using(template, 'aws_autoscaling_group', 'launch_template.id', graph));
  return groups.map((user) => ({ name: 'AWSServiceRoleForAutoScaling', user }));
}

/** CloudFront reads objects of a bucket as itself. */
function distributions(key: Resource, graph: ResourceGraph): readonly KeyUser[] {
  const buckets = graph
    .ofType('aws_s3_bucket_server_side_encryption_configuration')
    .filter((settings) =>
      settings
        .blocks('rule')
        .some((rule) => graph.names(rule.get('apply_server_side_encryption_by_default.kms_master_key_id'), key)),
    )
    .flatMap((settings) => graph.targetsOf(settings.get('bucket')));
  const reading = graph.ofType('aws_cloudfront_distribution').filter((distribution) =>
    distribution
      .blocks('origin')
      .filter((origin) => origin.get('origin_access_control_id').isSet)
      .some((origin) => buckets.some((bucket) => graph.names(origin.get('domain_name'), bucket))),
  );
  return reading.map((user) => ({ name: 'cloudfront.amazonaws.com', user }));
}

function using(used: Resource, type: string, path: string, graph: ResourceGraph): readonly Resource[] {
  return graph.ofType(type).filter((each) => {
    const value = each.get(path);
    return graph.names(value, used) || value.items.some((item) => graph.names(item, used));
  });
}
