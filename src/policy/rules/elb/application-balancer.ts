import type { Resource } from '../../model/resource';
import { notApplicable, type Verdict } from '../../rule/verdict';

/** Judges application load balancers; the other kinds see no HTTP. */
export function ofApplication(
  balancer: Resource,
  check: () => Verdict | readonly Verdict[],
): Verdict | readonly Verdict[] {
  return balancer.get('load_balancer_type').is('network', 'gateway') ? notApplicable() : check();
}
