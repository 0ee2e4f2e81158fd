import { LOG_FILES, METRICS_NAMESPACE } from './names';

/**
 * Configuration of the CloudWatch agent; the bootstrap replaces `@prefix@` by `/<system>/<environment>`.
 *
 * Retention belongs to the log groups, which Terraform makes; the agent creates none.
 */
export function cloudwatchAgentConfig(): string {
  const files = Object.entries(LOG_FILES).map(([suffix, path]) => ({
    file_path: path,
    log_group_name: `@prefix@/${suffix}`,
    log_stream_name: '{instance_id}',
    timezone: 'UTC',
  }));
  const config = {
    agent: { metrics_collection_interval: 60, run_as_user: 'root' },
    logs: { logs_collected: { files: { collect_list: files } } },
    metrics: {
      namespace: METRICS_NAMESPACE,
      append_dimensions: { AutoScalingGroupName: '${aws:AutoScalingGroupName}', InstanceId: '${aws:InstanceId}' },
      aggregation_dimensions: [['AutoScalingGroupName']],
      metrics_collected: {
        mem: { measurement: ['mem_used_percent'] },
        disk: { measurement: ['used_percent'], resources: ['/'], drop_device: true },
        swap: { measurement: ['swap_used_percent'] },
      },
    },
  };
  return `${JSON.stringify(config, null, 1)}\n`;
}
