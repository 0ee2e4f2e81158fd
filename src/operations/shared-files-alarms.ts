import { Construct } from 'constructs';
import type { NameScope } from '../core/naming';
import { defineAlarms, type Alarm, type AlarmTopics, type MetricStatistic } from './alarm';

/** The file system to watch. */
export interface SharedFilesAlarmsProps {
  readonly name: NameScope;
  readonly topics: AlarmTopics;
  readonly fileSystemId: string;
  /**
   * Throughput mode of the file system; only `bursting` has credits to run out of.
   *
   * @default 'elastic'
   */
  readonly throughputMode?: 'elastic' | 'bursting';
}

/** About half an hour at 100 MiB/s for a small file system, whose credits hardly refill meanwhile. */
const BURST_CREDIT_FLOOR_BYTES = 192_416_666_667;

/** Alarms on the limits of an EFS file system: throughput, and operations of the general purpose mode. */
export class SharedFilesAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: SharedFilesAlarmsProps) {
    super(scope, id);
    const { fileSystemId, throughputMode = 'elastic' } = props;
    const metric = (metricName: string, statistic: MetricStatistic['statistic']): MetricStatistic => ({
      namespace: 'AWS/EFS',
      metricName,
      dimensions: { FileSystemId: fileSystemId },
      statistic,
    });
    const common = { severity: 'warning', missingData: 'notBreaching' } as const;

    this.alarms = defineAlarms(this, props, {
      FilesThroughput: {
        ...common,
        meaning: 'The shared files use more than 80 % of their permitted throughput',
        metric: {
          expression: '100 * (metered / PERIOD(metered)) / permitted',
          metrics: { metered: metric('MeteredIOBytes', 'Sum'), permitted: metric('PermittedThroughput', 'Average') },
        },
        comparison: '>',
        threshold: 80,
        evaluationPeriods: 10,
        datapointsToAlarm: 6,
      },
      FilesOperations: {
        ...common,
        meaning: 'The shared files are at more than 95 % of the operations that general purpose mode allows',
        metric: metric('PercentIOLimit', 'Average'),
        comparison: '>',
        threshold: 95,
        periodSeconds: 900,
        evaluationPeriods: 3,
      },
      ...(throughputMode === 'bursting' && {
        FilesBurstCredits: {
          ...common,
          meaning: 'The shared files are about to fall back to their base throughput',
          metric: metric('BurstCreditBalance', 'Average'),
          comparison: '<',
          threshold: BURST_CREDIT_FLOOR_BYTES,
          periodSeconds: 600,
          evaluationPeriods: 1,
        },
      }),
    });
  }
}
