import type { Block, Readable } from '../../model/block';
import type { ResourceGraph } from '../../model/resource-graph';
import type { Value } from '../../model/value';

/** The managed policy CachingDisabled (CloudFront developer guide, 'Use managed cache policies'). */
const CACHING_DISABLED = { id: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', name: 'Managed-CachingDisabled' };

/** The cookie by which WordPress knows who is logged in; its name ends in a hash. */
const LOGGED_IN = 'wordpress_logged_in_';

/** What nobody can tell is undefined. */
type Answer = boolean | undefined;

/** Whether a behaviour keeps no answers. */
export function cachesNothing(behaviour: Block, graph: ResourceGraph): Answer {
  const policy = behaviour.get('cache_policy_id');
  if (policy.isUnset) return isZero(behaviour.get('max_ttl'));
  if (policy.isKnown) return policy.is(CACHING_DISABLED.id);
  const [found] = graph.targetsOf(policy).filter(({ type }) => type === 'aws_cloudfront_cache_policy');
  if (found === undefined) return undefined;
  if (found.mode === 'managed') return isZero(found.get('max_ttl'));
  return found.get('name').is(CACHING_DISABLED.name) || found.get('id').is(CACHING_DISABLED.id);
}

/** Whether a behaviour keeps the answers to somebody who is logged in apart from those to all others. */
export function separatesLogins(behaviour: Block, graph: ResourceGraph): Answer {
  const policy = behaviour.get('cache_policy_id');
  if (policy.isUnset) return separates(behaviour, 'forwarded_values.cookies', 'forward', 'whitelisted_names');
  const [found] = graph.targetsOf(policy).filter(({ type }) => type === 'aws_cloudfront_cache_policy');
  if (found === undefined || found.mode === 'data') return policy.isKnown ? false : undefined;
  const cookies = 'parameters_in_cache_key_and_forwarded_to_origin.cookies_config';
  return separates(found, cookies, 'cookie_behavior', 'cookies.items');
}

function separates(settings: Readable, cookies: string, behaviour: string, names: string): Answer {
  const mode = settings.get(`${cookies}.${behaviour}`);
  if (mode.isUnclear) return undefined;
  if (mode.is('all')) return true;
  const listed = settings.get(`${cookies}.${names}`).items;
  if (mode.is('whitelist') && listed.some(namesLogin)) return true;
  return mode.is('whitelist') && listed.some((name) => name.isUnclear) ? undefined : false;
}

/** `wordpress_logged_in_*`, or a shorter beginning of it. */
function namesLogin({ text = '' }: Value): boolean {
  return text === '*' || (text.endsWith('*') && LOGGED_IN.startsWith(text.slice(0, -1))) || text.startsWith(LOGGED_IN);
}

/** Left out, answers are kept for up to a year. */
function isZero(ttl: Value): Answer {
  return ttl.isUnclear ? undefined : ttl.is(0);
}
