import type { IConstruct } from 'constructs';
import type { LoadBalancer, WebFleet } from '../src/compute';
import type { Environment } from '../src/config';
import type { Suppression } from '../src/core/suppression';
import { suppress } from '../src/suppression';

/** Day on which what is accepted for good is looked at again. */
const YEARLY_REVIEW = '2027-11-20';

/** Accepts what the policy finds about the public entry of the site, each for a reason and until a day. */
export function acceptAtLoadBalancer(loadBalancer: LoadBalancer, { domain, tags }: Environment): void {
  const accept = acceptor(loadBalancer, tags);

  accept({
    rule: 'WPHA-ELB-009',
    reason: 'the web ACL comes with the edge, which is not built yet; until then plugins have to be patched in time',
    expires: '2027-05-20',
  });
  accept({
    rule: 'WPHA-ELB-011',
    reason:
      'TLS ends at the load balancer; behind it only its own security group reaches the instances, inside the VPC',
    expires: YEARLY_REVIEW,
  });
  if (domain !== undefined) return;
  const reason =
    'without a domain there is no certificate; the environment holds no real accounts and is not for visitors';
  accept({ rule: 'WPHA-ELB-001', reason, expires: YEARLY_REVIEW });
  accept({ rule: 'WPHA-SG-005', reason, expires: YEARLY_REVIEW });
}

/** Accepts what the policy of production finds about the fleet. */
export function acceptAtFleet(fleet: WebFleet, { stage, tags }: Environment): void {
  if (stage !== 'production') return;
  acceptor(
    fleet,
    tags,
  )({
    rule: 'WPHA-EC2-013',
    reason:
      'PHP workers are counted from the memory of one instance type; a second type would have to be of the same size',
    expires: YEARLY_REVIEW,
  });
}

function acceptor(construct: IConstruct, tags: Environment['tags']): (accepted: Omit<Suppression, 'owner'>) => void {
  // every sound environment has the tag, and suppress() refuses an empty owner
  const { owner = '' } = tags;
  return (accepted) => suppress(construct, { ...accepted, owner });
}
