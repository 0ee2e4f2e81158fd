import { Construct } from 'constructs';
import type { ILoadBalancer } from '../../src/compute';
import { Connections } from '../../src/security/connections';

export const NAME = { system: 'wordpress', environment: 'staging' } as const;

/** A load balancer with plain ids and no resources of its own. */
export class FakeLoadBalancer extends Construct implements ILoadBalancer {
  readonly arnSuffix = 'app/site/1';
  readonly targetGroupArn = 'arn:targets';
  readonly targetGroupArnSuffix = 'targetgroup/web/2';
  readonly listeners = [{ fqn: 'aws_lb_listener.fake' }];
  readonly connections = new Connections(this, 'sg-balancer');
}
