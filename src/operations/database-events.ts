import { DbEventSubscription } from '@cdktf/provider-aws/lib/db-event-subscription';
import { Construct } from 'constructs';
import { physicalName, type NameScope } from '../core/naming';

/** The database whose events are reported, and to whom. */
export interface DatabaseEventsProps {
  readonly name: NameScope;
  readonly topic: { readonly topicArn: string };
  readonly instanceIdentifier: string;
}

/** What RDS tells about an instance that somebody has to know; creation, backups and the like are left out. */
export const DATABASE_EVENT_CATEGORIES: readonly string[] = [
  'failover',
  'failure',
  'low storage',
  'maintenance',
  'read replica',
  'recovery',
];

/** Sends what happens to a database (failover, failure, maintenance, ...) to a topic. Costs nothing. */
export class DatabaseEvents extends Construct {
  readonly resource: DbEventSubscription;

  constructor(scope: Construct, id: string, props: DatabaseEventsProps) {
    super(scope, id);
    const { name, topic, instanceIdentifier } = props;

    this.resource = new DbEventSubscription(this, 'Resource', {
      name: physicalName(name, 'database'),
      snsTopic: topic.topicArn,
      sourceType: 'db-instance',
      sourceIds: [instanceIdentifier],
      eventCategories: [...DATABASE_EVENT_CATEGORIES],
    });
  }
}
