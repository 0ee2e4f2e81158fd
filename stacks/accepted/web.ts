import { AGENT_DOWNLOADS } from '../../src/bootstrap';
import type { LoadBalancer, WebFleet } from '../../src/compute';
import type { Environment } from '../../src/config';
import { acceptor } from './acceptor';

/** Day by which the edge has to stand, or somebody decides anew. */
const EDGE_DUE = '2027-05-20';

/** Accepts what the policy finds about the public entry of the site. */
export function acceptAtLoadBalancer(loadBalancer: LoadBalancer, environment: Environment): void {
  const accept = acceptor(loadBalancer, environment);
  accept(
    'WPHA-ELB-009',
    'the web ACL comes with the edge, which is not built yet; until then plugins have to be patched in time',
    { expires: EDGE_DUE },
  );
  accept(
    'WPHA-ELB-011',
    'TLS ends at the load balancer; behind it only its own security group reaches the instances, inside the VPC',
  );
  if (environment.domain !== undefined) return;
  const reason =
    'without a domain there is no certificate; the environment holds no real accounts and is not for visitors';
  accept('WPHA-ELB-001', reason);
  accept('WPHA-SG-005', reason);
}

/** Accepts that instances of Debian may start with a new version of AWS's agents, and in production, that they have one type. */
export function acceptAtFleet(fleet: WebFleet, environment: Environment): void {
  const accept = acceptor(fleet, environment);
  if (environment.fleet.image.family === 'debian-13') {
    for (const finding of Object.values(AGENT_DOWNLOADS)) {
      accept(
        'WPHA-EC2-501',
        "AWS's own agents, over TLS from the region; they are pinned, with a digest, once an operator puts them into the releases bucket",
        { finding },
      );
    }
  }
  if (environment.stage !== 'production') return;
  accept(
    'WPHA-EC2-013',
    'PHP workers are counted from the memory of one instance type; a second type would have to be of the same size',
  );
}
