import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { behavioursOf, type Behaviour } from './behaviours';
import { cachesNothing, separatesLogins } from './cache-key';
import { startsInBucket } from './origins';

/** Pages that are made for one person. */
const PERSONAL = ['/wp-admin/index.php', '/wp-login.php'];

/** The rest of the site, for somebody who is logged in. */
const LOGGED_IN = 'visitors who are logged in';

export const ADMIN_NOT_CACHED = defineRule({
  id: 'WPHA-CDN-016',
  title: 'pages for people who are logged in are not kept for others',
  severity: 'high',
  pack: 'wordpress',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-016'],
  maps: {},
  why: 'A page of the dashboard that is kept is shown to the next who asks, with what the editor saw.',
  fix: 'Turn caching off for /wp-admin/* and /wp-login.php, and add the cookie wordpress_logged_in_* to the cache key.',
  check: (distribution, graph) => {
    if (startsInBucket(distribution) === true) return notApplicable();
    const behaviours = behavioursOf(distribution);
    const personal = PERSONAL.map((page) => judge(distribution, behaviourFor(page, behaviours), page, graph));
    return [...personal, ...behaviours.filter(({ path }) => path === '*').map((each) => others(each, graph))];
  },
});

function judge(distribution: Resource, behaviour: Behaviour | undefined, page: string, graph: ResourceGraph): Verdict {
  if (behaviour === undefined) return unknown([distribution, 'default_cache_behavior'], undefined, { part: page });
  const nothing = cachesNothing(behaviour.settings, graph);
  const where = [behaviour.settings, 'cache_policy_id'] as const;
  if (nothing === undefined) return unknown(where, `whether '${page}' is kept is not known yet`, { part: page });
  return nothing ? pass() : fail(where, `'${page}' is kept by the behaviour for '${behaviour.path}'`, { part: page });
}

function others({ settings }: Behaviour, graph: ResourceGraph): Verdict {
  const answers = [cachesNothing(settings, graph), separatesLogins(settings, graph)];
  const where = [settings, 'cache_policy_id'] as const;
  const detail = { part: LOGGED_IN };
  if (answers.includes(true)) return pass();
  if (answers.includes(undefined))
    return unknown(where, `whether pages for ${LOGGED_IN} are kept is not known`, detail);
  return fail(where, `pages for ${LOGGED_IN} are kept and shown to all`, detail);
}

/** The first behaviour whose path fits. */
function behaviourFor(page: string, behaviours: readonly Behaviour[]): Behaviour | undefined {
  return behaviours.find(({ path }) => {
    const pattern = path
      .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    return new RegExp(`^/?${pattern.replace(/^\//, '')}$`).test(page);
  });
}
