import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import { Construct } from 'constructs';
import { INSTANCE_PORT } from '../bootstrap/names';
import { ValidationError } from '../core/errors';
import type { INetwork } from '../network/i-network';

/** How a load balancer reaches instances and tells healthy ones from others. */
export interface TargetGroupProps {
  readonly network: INetwork;
  /** Shown as the group's name in the console. */
  readonly displayName: string;
  /** Path of a shallow check: one that fails when the database fails would have the fleet replaced in the outage. */
  readonly healthCheckPath: string;
  /** How long a leaving instance may finish what it began, in seconds. */
  readonly deregistrationDelaySeconds: number;
  readonly algorithm: 'round_robin' | 'least_outstanding_requests';
  /** Seconds a visitor stays on one instance; 0 turns it off. */
  readonly stickinessSeconds: number;
}

/**
 * The instances behind a load balancer, with the check that tells the healthy ones.
 *
 * Half a minute makes an instance healthy (2 checks), three quarters unhealthy (3), each 15 s apart.
 *
 * @throws ValidationError when 'healthCheckPath' is no path or a number is out of AWS's range
 */
export class TargetGroup extends Construct {
  readonly resource: LbTargetGroup;

  constructor(scope: Construct, id: string, props: TargetGroupProps) {
    super(scope, id);
    const { network, displayName, healthCheckPath, deregistrationDelaySeconds, algorithm, stickinessSeconds } = props;
    validate(this, props);

    this.resource = new LbTargetGroup(this, 'Resource', {
      // a prefix, so that a successor can exist before this one goes: its listener holds on to it
      namePrefix: 'web-',
      vpcId: network.vpcId,
      // TLS ends at the load balancer
      port: INSTANCE_PORT,
      protocol: 'HTTP',
      targetType: 'instance',
      deregistrationDelay: String(deregistrationDelaySeconds),
      loadBalancingAlgorithmType: algorithm,
      healthCheck: {
        enabled: true,
        path: healthCheckPath,
        port: 'traffic-port',
        protocol: 'HTTP',
        // 200 alone: a redirect would be a site that is not installed, or one that sends the check elsewhere
        matcher: '200',
        interval: 15,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
      },
      stickiness: {
        type: 'lb_cookie',
        enabled: stickinessSeconds > 0,
        ...(stickinessSeconds > 0 && { cookieDuration: stickinessSeconds }),
      },
      tags: { Name: displayName },
      lifecycle: { createBeforeDestroy: true },
    });
  }
}

function validate(scope: TargetGroup, props: TargetGroupProps): void {
  const { healthCheckPath, deregistrationDelaySeconds, stickinessSeconds } = props;
  if (!/^\/[^\s?#]{0,1023}$/.test(healthCheckPath)) {
    throw new ValidationError(
      scope,
      `'healthCheckPath' must be a path that starts with '/', got '${healthCheckPath}'; write it like '/healthz'`,
    );
  }
  if (!inRange(deregistrationDelaySeconds, 3600)) {
    throw new ValidationError(
      scope,
      `'deregistrationDelaySeconds' must be a whole number from 0 to 3600, got ${deregistrationDelaySeconds}; correct it`,
    );
  }
  if (!inRange(stickinessSeconds, 604_800)) {
    throw new ValidationError(
      scope,
      `'stickinessSeconds' must be a whole number from 0 (off) to 604800, got ${stickinessSeconds}; correct it`,
    );
  }
}

function inRange(value: number, highest: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= highest;
}
