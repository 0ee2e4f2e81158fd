import { DATABASE_EVENTS } from '../../../../src/policy/rules/rds/events';
import { describeRule, type Resources } from '../../support/describe-rule';

const CATEGORIES = ['failover', 'failure', 'low storage', 'maintenance'];
const DATABASE = { aws_db_instance: { main: { identifier: 'main', engine: 'mysql' } } };
const subscribed = (settings: object): Resources => ({
  ...DATABASE,
  aws_db_event_subscription: {
    main: {
      sns_topic: 'arn:aws:sns:eu-west-1:123456789012:warning',
      source_type: 'db-instance',
      source_ids: ['${aws_db_instance.main.identifier}'],
      event_categories: CATEGORIES,
      ...settings,
    },
  },
});
const SUBSCRIPTION = 'aws_db_event_subscription.main';

describeRule(DATABASE_EVENTS, {
  pass: {
    'all four, of the database': subscribed({}),
    'everything, of every database': subscribed({ source_ids: undefined, event_categories: undefined }),
    'the database is named': subscribed({ source_ids: ['main'] }),
  },
  fail: {
    'nobody subscribed': { resources: DATABASE, finds: ['aws_db_instance.main#missing'] },
    'one kind is left out': {
      resources: subscribed({ event_categories: CATEGORIES.slice(1) }),
      finds: [`${SUBSCRIPTION}#event_categories`],
    },
    'somebody subscribed to another database': subscribed({ source_ids: ['other'] }),
    'the subscription is off': subscribed({ enabled: false }),
    'it is about snapshots': subscribed({ source_type: 'db-snapshot', source_ids: undefined }),
  },
  notApplicable: { 'a replica': { aws_db_instance: { copy: { replicate_source_db: 'main' } } } },
  unknown: {
    'a variable holds the kinds': subscribed({ event_categories: '${var.categories}' }),
    'a variable names the databases': subscribed({ source_ids: '${var.databases}' }),
  },
  guards: {
    [`${SUBSCRIPTION}.event_categories`]: [['failover', 'failure']],
    [`${SUBSCRIPTION}.source_ids`]: [['other']],
    [`${SUBSCRIPTION}.enabled`]: [false],
    [`${SUBSCRIPTION}.source_type`]: ['db-snapshot'],
  },
});
