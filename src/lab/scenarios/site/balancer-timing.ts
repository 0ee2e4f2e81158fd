import type { LabModel } from '../../model/lab-model';

/** After this many seconds the balancer gives up a connection that nobody answers. Source: `balancerConfig`. */
const CONNECT_SECONDS = 10;

/** Longest time in seconds until the balancer has noticed that an instance does not answer any more. */
export function noticeSeconds({ balancer }: LabModel): number {
  return balancer.unhealthyThreshold * (balancer.intervalSeconds + CONNECT_SECONDS);
}

/** Longest time in seconds until an instance that works gets requests. */
export function returnSeconds({ balancer }: LabModel): number {
  return (balancer.healthyThreshold + 1) * (balancer.intervalSeconds + balancer.timeoutSeconds);
}
