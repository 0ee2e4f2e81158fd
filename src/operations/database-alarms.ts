import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import type { NameScope } from '../core/naming';
import { defineAlarms, type Alarm, type AlarmSpec, type AlarmTopics } from './alarm';
import { databaseMaxConnections, databaseMemoryGiB } from './database-capacity';

/** The database to watch and the settings that its thresholds follow from. */
export interface DatabaseAlarmsProps {
  readonly name: NameScope;
  readonly topics: AlarmTopics;
  readonly instanceIdentifier: string;
  /** RDS class such as `db.t4g.medium`; decides what is little memory and how many connections are many. */
  readonly instanceClass: string;
  readonly allocatedStorageGiB: number;
  /**
   * Connections the database accepts.
   *
   * @default - what RDS's default parameter group allows the class
   */
  readonly maxConnections?: number;
}

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/**
 * Alarms on a MySQL instance of RDS.
 *
 * None on burst credits: gp3 storage has none, and RDS runs the t3 and t4g classes unlimited.
 *
 * @throws ValidationError when 'maxConnections' is not positive
 * @throws UserError when the memory of 'instanceClass' is not known
 */
export class DatabaseAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: DatabaseAlarmsProps) {
    super(scope, id);
    const { instanceClass, maxConnections = databaseMaxConnections(instanceClass) } = props;
    if (maxConnections <= 0) {
      throw new ValidationError(
        this,
        `'maxConnections' must be positive, got ${maxConnections}; leave it out to take what the class allows`,
      );
    }

    this.alarms = defineAlarms(this, props, {
      ...loadAlarms(props.instanceIdentifier, maxConnections),
      ...resourceAlarms(props),
    });
  }
}

function watch(instanceIdentifier: string, metricName: string) {
  return {
    metric: {
      namespace: 'AWS/RDS',
      metricName,
      dimensions: { DBInstanceIdentifier: instanceIdentifier },
      statistic: 'Average',
    },
    severity: 'warning',
    periodSeconds: 600,
    evaluationPeriods: 1,
    missingData: 'notBreaching',
  } as const;
}

function loadAlarms(instance: string, maxConnections: number): Record<string, AlarmSpec> {
  return {
    DatabaseCpu: {
      ...watch(instance, 'CPUUtilization'),
      meaning: 'The database is busier than 80 % for ten minutes, or reports nothing at all',
      severity: 'critical',
      comparison: '>',
      threshold: 80,
      missingData: 'breaching',
    },
    DatabaseConnections: {
      ...watch(instance, 'DatabaseConnections'),
      meaning: `More than 80 % of the database's ${maxConnections} connections are in use`,
      severity: 'critical',
      comparison: '>',
      threshold: Math.floor(0.8 * maxConnections),
      periodSeconds: 60,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
    },
    DatabaseQueue: {
      ...watch(instance, 'DiskQueueDepth'),
      meaning: 'More than 64 reads and writes wait for the disk of the database',
      comparison: '>',
      threshold: 64,
    },
  };
}

function resourceAlarms(props: DatabaseAlarmsProps): Record<string, AlarmSpec> {
  const { instanceIdentifier, instanceClass, allocatedStorageGiB } = props;
  return {
    DatabaseMemory: {
      ...watch(instanceIdentifier, 'FreeableMemory'),
      meaning: 'The database has less than 5 % of its memory left, or less than 64 MiB',
      comparison: '<',
      threshold: Math.max(64 * MIB, Math.floor(0.05 * databaseMemoryGiB(instanceClass) * GIB)),
    },
    DatabaseSwap: {
      ...watch(instanceIdentifier, 'SwapUsage'),
      meaning: 'The database has moved more than 256 MiB of its memory to disk',
      comparison: '>',
      threshold: 256 * MIB,
    },
    DatabaseStorage: {
      ...watch(instanceIdentifier, 'FreeStorageSpace'),
      meaning: 'The database has less than 10 % of its first allocation left, or less than 2 GiB',
      severity: 'critical',
      comparison: '<',
      threshold: Math.max(2 * GIB, Math.floor(0.1 * allocatedStorageGiB * GIB)),
    },
  };
}
