import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { isReplica } from './engine';

/** What somebody has to look into on the same day. */
const CATEGORIES = ['failover', 'failure', 'low storage', 'maintenance'];

export const DATABASE_EVENTS = defineRule({
  id: 'WPHA-RDS-020',
  title: 'somebody is told when a database fails over, fails, fills up or is maintained',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_db_instance'],
  rows: ['RDS-020'],
  maps: { fsbp: ['RDS.20'] },
  why: 'RDS knows of a failing disk or a failover before any metric does, and tells nobody who has not subscribed.',
  fix: 'Add an aws_db_event_subscription for these categories with an SNS topic that somebody reads.',
  check: (database, graph) => {
    if (isReplica(database)) return notApplicable();
    const subscriptions = graph.ofType('aws_db_event_subscription').filter(isActive);
    const concerned = subscriptions.filter((each) => concerns(each, database, graph));
    const [first] = concerned;
    if (first !== undefined) return judge(concerned, first);
    const unclear = subscriptions.some((each) => each.get('source_ids').isUnclear && covers(each));
    const place = [database, []] as const;
    const message = 'no aws_db_event_subscription covers the database';
    return unclear ? unknown(place, `${message}, as far as is known`) : fail(place, message, { part: 'missing' });
  },
});

function isActive(subscription: Resource): boolean {
  return !subscription.get('enabled').is(false) && covers(subscription);
}

/** Without a type a subscription is for everything. */
function covers(subscription: Resource): boolean {
  const type = subscription.get('source_type');
  return type.isUnset || type.is('db-instance');
}

function concerns(subscription: Resource, database: Resource, graph: ResourceGraph): boolean {
  const sources = subscription.get('source_ids');
  if (sources.isUnset) return true;
  return graph.names(sources, database) || sources.items.some((source) => graph.names(source, database));
}

function judge(subscriptions: readonly Resource[], resource: Resource): Verdict {
  const unsure = subscriptions.find((each) => each.get('enabled').isUnclear);
  if (unsure !== undefined) return unknown([unsure, 'enabled'], undefined, { resource: unsure });
  const categories = subscriptions.map((each) => each.get('event_categories'));
  if (categories.some((each) => each.isUnset)) return pass();
  if (categories.some((each) => each.isUnclear))
    return unknown([resource, 'event_categories'], undefined, { resource });
  const told = categories.flatMap((each) => each.items.map(({ text }) => text));
  const missing = CATEGORIES.filter((category) => !told.includes(category));
  if (missing.length === 0) return pass();
  return fail([resource, 'event_categories'], `nobody is told of ${missing.join(', ')}`, { resource });
}
