import type { Resource } from '../../model/resource';
import { expectValue } from '../../rule/expect';
import { notApplicable, type Verdict } from '../../rule/verdict';

/** The policy of a listener that encrypts must match; without one AWS takes ELBSecurityPolicy-2016-08, of TLS 1.0. */
export function expectTlsPolicy(listener: Resource, allowed: RegExp, wanted: string): Verdict {
  const protocol = listener.get('protocol');
  if (protocol.isUnset || (protocol.isKnown && !protocol.is('HTTPS', 'TLS'))) return notApplicable();
  return expectValue(listener, 'ssl_policy', ({ text = '' }) => allowed.test(text), { wanted });
}
