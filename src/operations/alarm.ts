import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmMetricQuery,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import { physicalName, type NameScope } from '../core/naming';

/** `critical`: visitors notice now, somebody gets up. `warning`: it can wait for office hours. */
export type Severity = 'critical' | 'warning';

/** One topic for each severity; both may be the same topic. */
export type AlarmTopics = Readonly<Record<Severity, { readonly topicArn: string }>>;

/** One statistic of one CloudWatch metric. */
export interface MetricStatistic {
  readonly namespace: string;
  readonly metricName: string;
  /** @default - none */
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly statistic: 'Average' | 'Sum' | 'Minimum' | 'Maximum' | 'p95';
}

/** A calculation with metrics; the keys of `metrics` are the names that `expression` uses. */
export interface MetricMath {
  readonly expression: string;
  readonly metrics: Readonly<Record<string, MetricStatistic>>;
}

/** What an alarm watches and when it speaks. */
export interface AlarmSpec {
  /** What it means for the site, in half a sentence; opens the alarm's description. */
  readonly meaning: string;
  readonly severity: Severity;
  readonly metric: MetricStatistic | MetricMath;
  readonly comparison: '>' | '>=' | '<';
  readonly threshold: number;
  /**
   * Length of one datapoint, a multiple of 60.
   *
   * @default 60
   */
  readonly periodSeconds?: number;
  /** How many of the latest datapoints are looked at. */
  readonly evaluationPeriods: number;
  /**
   * How many of them must breach.
   *
   * @default - all of them
   */
  readonly datapointsToAlarm?: number;
  /** What a missing datapoint counts as; has no default, so that it is decided for every alarm. */
  readonly missingData: 'breaching' | 'notBreaching' | 'ignore';
  /**
   * Tells alarms of one kind apart (a zone, a path); they share one entry in the runbook.
   *
   * @default - there is one alarm of this kind
   */
  readonly key?: string;
}

/** One alarm and the topics that get it. */
export interface AlarmProps extends AlarmSpec {
  readonly name: NameScope;
  readonly topics: AlarmTopics;
}

const OPERATORS = {
  '>': 'GreaterThanThreshold',
  '>=': 'GreaterThanOrEqualToThreshold',
  '<': 'LessThanThreshold',
} as const;

/** Longest time CloudWatch evaluates for periods below one hour; with longer periods it is a week. */
const SECONDS_PER_DAY = 86_400;

/** Heading of an alarm's entry in `docs/runbooks/alarms.md`: `FreeStorage` -> `free-storage`. */
export function runbookAnchor(id: string): string {
  return id.replace(/([a-z0-9])(?=[A-Z])/g, '$1-').toLowerCase();
}

/**
 * A CloudWatch alarm that tells its topic when it goes off and when it is over; about USD 0.10 a month and metric.
 *
 * Its name is `<system>-<environment>-<id in kebab case>[-<key>]`, its description ends with its place in the runbook.
 *
 * @throws ValidationError when 'periodSeconds' is no multiple of 60 or the datapoints do not fit
 */
export class Alarm extends Construct {
  readonly alarmName: string;
  readonly resource: CloudwatchMetricAlarm;

  constructor(scope: Construct, id: string, props: AlarmProps) {
    super(scope, props.key === undefined ? id : `${id}-${props.key}`);
    const { name, topics, severity, metric, periodSeconds = 60, evaluationPeriods } = props;
    const { datapointsToAlarm = evaluationPeriods } = props;
    validate(this, periodSeconds, evaluationPeriods, datapointsToAlarm);

    const anchor = runbookAnchor(id);
    const parts = props.key === undefined ? [anchor] : [anchor, props.key];
    const notify = [topics[severity].topicArn];
    this.resource = new CloudwatchMetricAlarm(this, 'Resource', {
      alarmName: physicalName(name, ...parts),
      alarmDescription: `${props.meaning} (${severity}). Runbook: docs/runbooks/alarms.md#${anchor}`,
      comparisonOperator: OPERATORS[props.comparison],
      threshold: props.threshold,
      evaluationPeriods,
      datapointsToAlarm,
      treatMissingData: props.missingData,
      actionsEnabled: true,
      alarmActions: notify,
      okActions: notify,
      ...('expression' in metric ? { metricQuery: queries(metric, periodSeconds) } : single(metric, periodSeconds)),
    });

    this.alarmName = this.resource.alarmName;
  }
}

/** One alarm for each entry; the keys become ids, names and runbook anchors. */
export function defineAlarms(
  scope: Construct,
  common: { readonly name: NameScope; readonly topics: AlarmTopics },
  specs: Readonly<Record<string, AlarmSpec>>,
): readonly Alarm[] {
  const { name, topics } = common;
  return Object.entries(specs).map(([id, spec]) => new Alarm(scope, id, { ...spec, name, topics }));
}

function validate(scope: Alarm, periodSeconds: number, evaluationPeriods: number, datapointsToAlarm: number): void {
  if (periodSeconds < 60 || periodSeconds % 60 !== 0) {
    throw new ValidationError(
      scope,
      `'periodSeconds' must be a positive multiple of 60, got ${periodSeconds}; use whole minutes`,
    );
  }
  if (datapointsToAlarm < 1 || datapointsToAlarm > evaluationPeriods) {
    throw new ValidationError(
      scope,
      `'datapointsToAlarm' must be 1 to 'evaluationPeriods' (${evaluationPeriods}), got ${datapointsToAlarm}; ` +
        `lower it or raise 'evaluationPeriods'`,
    );
  }
  const longest = periodSeconds >= 3600 ? 7 * SECONDS_PER_DAY : SECONDS_PER_DAY;
  if (periodSeconds * evaluationPeriods > longest) {
    throw new ValidationError(
      scope,
      `'periodSeconds' times 'evaluationPeriods' must not exceed ${longest}, got ${periodSeconds * evaluationPeriods}; ` +
        `lower one of them`,
    );
  }
}

function single(metric: MetricStatistic, period: number) {
  const { namespace, metricName, dimensions, statistic } = metric;
  const which = statistic === 'p95' ? { extendedStatistic: statistic } : { statistic };
  return { namespace, metricName, dimensions, period, ...which };
}

function queries(math: MetricMath, period: number): CloudwatchMetricAlarmMetricQuery[] {
  const inputs = Object.entries(math.metrics).map(([id, { statistic, ...metric }]) => ({
    id,
    metric: { ...metric, period, stat: statistic },
  }));
  return [{ id: 'result', expression: math.expression, label: 'result', returnData: true }, ...inputs];
}
