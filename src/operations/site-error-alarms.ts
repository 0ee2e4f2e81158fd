import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter';
import { Construct } from 'constructs';
import { physicalName, type NameScope } from '../core/naming';
import { defineAlarms, type Alarm, type AlarmTopics } from './alarm';

/** The log group whose errors are counted. */
export interface SiteErrorAlarmsProps {
  readonly name: NameScope;
  readonly topics: AlarmTopics;
  /** Log group that PHP writes its errors to; must exist. */
  readonly logGroupName: string;
}

/** Words of PHP for an end it did not choose; visitors see a white page or "critical error". */
const PATTERN = '?"PHP Fatal error" ?"PHP Parse error"';

const NAMESPACE = 'Site/Errors';

/** Counts fatal errors of PHP in its log and says when there are many. About USD 0.30 a month for the metric. */
export class SiteErrorAlarms extends Construct {
  readonly alarms: readonly Alarm[];
  readonly resource: CloudwatchLogMetricFilter;

  constructor(scope: Construct, id: string, props: SiteErrorAlarmsProps) {
    super(scope, id);
    const { name, logGroupName } = props;

    const metricName = physicalName(name, 'php-fatal-errors');
    this.resource = new CloudwatchLogMetricFilter(this, 'Resource', {
      name: metricName,
      logGroupName,
      pattern: PATTERN,
      metricTransformation: { namespace: NAMESPACE, name: metricName, value: '1', defaultValue: '0' },
    });

    this.alarms = defineAlarms(this, props, {
      SiteErrors: {
        meaning: 'PHP ends with fatal errors, five or more within five minutes',
        severity: 'warning',
        metric: { namespace: NAMESPACE, metricName, statistic: 'Sum' },
        comparison: '>=',
        threshold: 5,
        periodSeconds: 300,
        evaluationPeriods: 1,
        missingData: 'notBreaching',
      },
    });
  }
}
