import { AutoscalingNotification } from '@cdktf/provider-aws/lib/autoscaling-notification';
import { Construct } from 'constructs';

/** The Auto Scaling group whose failures are reported, and to whom. */
export interface FleetEventsProps {
  /** Its key must let Auto Scaling's service-linked role use it, or messages vanish silently. */
  readonly topic: { readonly topicArn: string };
  readonly autoScalingGroupName: string;
}

/** Tells a topic when instances cannot be launched or terminated (no capacity, a bad image, a key out of reach). */
export class FleetEvents extends Construct {
  readonly resource: AutoscalingNotification;

  constructor(scope: Construct, id: string, props: FleetEventsProps) {
    super(scope, id);
    const { topic, autoScalingGroupName } = props;

    this.resource = new AutoscalingNotification(this, 'Resource', {
      groupNames: [autoScalingGroupName],
      topicArn: topic.topicArn,
      notifications: ['autoscaling:EC2_INSTANCE_LAUNCH_ERROR', 'autoscaling:EC2_INSTANCE_TERMINATE_ERROR'],
    });
  }
}
