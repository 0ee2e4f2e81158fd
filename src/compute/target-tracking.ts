import { AutoscalingPolicy } from '@cdktf/provider-aws/lib/autoscaling-policy';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';

/** The loads that a fleet is held at by adding and removing instances. */
export interface TargetTrackingProps {
  readonly autoScalingGroupName: string;
  readonly loadBalancer: { readonly arnSuffix: string; readonly targetGroupArnSuffix: string };
  /** Average CPU that is held, in percent. */
  readonly cpuTargetPercent: number;
  /** Requests a minute and instance that are held. */
  readonly requestsPerTargetPerMinute: number;
}

/**
 * Keeps processor load and requests per instance near their targets by changing the fleet's size.
 *
 * Whichever of the two asks for more instances wins. Both metrics fall as instances are added, which target tracking
 * needs; latency does not, and so is not offered.
 *
 * @throws ValidationError when a target is out of range
 */
export class TargetTracking extends Construct {
  readonly cpu: AutoscalingPolicy;
  readonly requests: AutoscalingPolicy;

  constructor(scope: Construct, id: string, props: TargetTrackingProps) {
    super(scope, id);
    const { autoScalingGroupName, loadBalancer, cpuTargetPercent, requestsPerTargetPerMinute } = props;
    validate(this, cpuTargetPercent, requestsPerTargetPerMinute);

    const common = { autoscalingGroupName: autoScalingGroupName, policyType: 'TargetTrackingScaling' };
    this.cpu = new AutoscalingPolicy(this, 'Cpu', {
      ...common,
      name: 'cpu',
      targetTrackingConfiguration: {
        targetValue: cpuTargetPercent,
        predefinedMetricSpecification: { predefinedMetricType: 'ASGAverageCPUUtilization' },
      },
    });
    this.requests = new AutoscalingPolicy(this, 'Requests', {
      ...common,
      name: 'requests',
      targetTrackingConfiguration: {
        targetValue: requestsPerTargetPerMinute,
        predefinedMetricSpecification: {
          predefinedMetricType: 'ALBRequestCountPerTarget',
          resourceLabel: `${loadBalancer.arnSuffix}/${loadBalancer.targetGroupArnSuffix}`,
        },
      },
    });
  }
}

function validate(scope: TargetTracking, cpuTargetPercent: number, requestsPerTargetPerMinute: number): void {
  if (!(cpuTargetPercent >= 10 && cpuTargetPercent <= 90)) {
    throw new ValidationError(
      scope,
      `'cpuTargetPercent' must be 10 to 90, got ${cpuTargetPercent}; waiting doubles at 60 and triples at 80`,
    );
  }
  if (!(requestsPerTargetPerMinute >= 1)) {
    throw new ValidationError(
      scope,
      `'requestsPerTargetPerMinute' must be at least 1, got ${requestsPerTargetPerMinute}; raise it`,
    );
  }
}
