import {
  AutoScalingClient,
  paginateDescribePolicies,
  paginateDescribeScheduledActions,
} from '@aws-sdk/client-auto-scaling';
import type { FoundObject } from '../inventory';
import type { ClientSettings } from './client-settings';

export async function scheduledActions(settings: ClientSettings, group: string): Promise<readonly FoundObject[]> {
  const client = new AutoScalingClient(settings);
  const found: FoundObject[] = [];
  const pages = paginateDescribeScheduledActions({ client }, { AutoScalingGroupName: group });
  for await (const { ScheduledUpdateGroupActions = [] } of pages) {
    for (const { ScheduledActionName: id = '' } of ScheduledUpdateGroupActions) {
      found.push({ id, label: id, values: { autoscaling_group_name: group, scheduled_action_name: id } });
    }
  }
  return found;
}

export async function scalingPolicies(settings: ClientSettings, group: string): Promise<readonly FoundObject[]> {
  const client = new AutoScalingClient(settings);
  const found: FoundObject[] = [];
  for await (const { ScalingPolicies = [] } of paginateDescribePolicies({ client }, { AutoScalingGroupName: group })) {
    for (const { PolicyName: id = '', PolicyType = '' } of ScalingPolicies) {
      const values = { autoscaling_group_name: group, name: id, policy_type: PolicyType };
      found.push({ id, label: `${id} (${PolicyType})`, values });
    }
  }
  return found;
}
