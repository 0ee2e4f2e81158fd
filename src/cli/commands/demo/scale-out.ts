import {
  AutoScalingClient,
  DescribeAutoScalingGroupsCommand,
  SetDesiredCapacityCommand,
} from '@aws-sdk/client-auto-scaling';
import { UserError } from '../../../core/errors';
import type { DemoRun } from './demo-run';

/** Starts one instance more, as a scaling policy does under load. */
export async function scaleOut({ sandbox, entry }: DemoRun, name: string): Promise<void> {
  const { accountId, region } = entry;
  const credentials = { accessKeyId: accountId, secretAccessKey: 'sandbox' };
  const client = new AutoScalingClient({ endpoint: sandbox.endpoint, region, credentials });
  try {
    const asked = new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] });
    const [group] = (await client.send(asked)).AutoScalingGroups ?? [];
    if (group?.DesiredCapacity === undefined) throw new UserError(`the emulator has no Auto Scaling group '${name}'`);
    const DesiredCapacity = group.DesiredCapacity + 1;
    await client.send(new SetDesiredCapacityCommand({ AutoScalingGroupName: name, DesiredCapacity }));
  } finally {
    client.destroy();
  }
}
