import { Construct } from 'constructs';
import type { NameScope } from '../core/naming';
import { defineAlarms, type Alarm, type AlarmTopics, type Severity } from './alarm';

/** The topics whose deliveries are watched. */
export interface AlarmDeliveryProps {
  readonly name: NameScope;
  readonly topics: Readonly<Record<Severity, { readonly topicArn: string; readonly topicName: string }>>;
}

/**
 * Watches the watchers: an alarm for each topic that cannot deliver.
 *
 * Each topic's alarm is told to the other one, so that one broken topic does not hide itself.
 */
export class AlarmDelivery extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: AlarmDeliveryProps) {
    super(scope, id);
    const { name, topics } = props;
    const swapped: AlarmTopics = { critical: topics.warning, warning: topics.critical };

    this.alarms = (['critical', 'warning'] as const).flatMap((severity) =>
      defineAlarms(
        this,
        { name, topics: swapped },
        {
          AlarmDelivery: {
            meaning: `Messages of the ${severity} topic do not reach a subscriber`,
            severity,
            key: severity,
            metric: {
              namespace: 'AWS/SNS',
              metricName: 'NumberOfNotificationsFailed',
              dimensions: { TopicName: topics[severity].topicName },
              statistic: 'Sum',
            },
            comparison: '>',
            threshold: 0,
            evaluationPeriods: 1,
            missingData: 'notBreaching',
          },
        },
      ),
    );
  }
}
