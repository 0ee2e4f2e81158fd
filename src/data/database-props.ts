import type { NameScope } from '../core/naming';
import type { ExclusivePoliciesSetting } from '../iam/exclusive-policies';
import type { INetwork } from '../network/i-network';
import type { KeyReference } from './key-reference';

/** Size, backups and surroundings of a MySQL database; named as RDS names them. */
export interface DatabaseProps extends ExclusivePoliciesSetting {
  /** First parts of the physical names. Changing it replaces the database. */
  readonly name: NameScope;
  /** AWS account, twelve digits; only this one may assume the monitoring role. */
  readonly accountId: string;
  /** Network whose isolated subnets hold the database. */
  readonly network: INetwork;
  /**
   * Encrypts storage, snapshots, the master secret and the logs; its policy must let `logs.<region>.amazonaws.com` use it.
   * Changing it replaces the database.
   */
  readonly key: KeyReference;
  /** Name of the database in it: lower-case letters and digits. Ignored after creation. */
  readonly databaseName: string;
  /** Such as `db.t4g.medium`. Changing it restarts the database, with Multi-AZ by a failover of about a minute. */
  readonly instanceClass: string;
  /** Standby in a second zone; doubles the price of the instance and the storage. */
  readonly multiAz: boolean;
  /** gp3 storage at creation, 20 to 65536 GiB, about USD 0.12 a GiB and month. It can only grow. */
  readonly allocatedStorageGiB: number;
  /** Limit of storage autoscaling; at least 10 % above `allocatedStorageGiB`. */
  readonly maxAllocatedStorageGiB: number;
  /** Automated backups, 0 to 35 days; as much as the storage is free. */
  readonly backupRetentionDays: number;
  /** Daily, UTC, at least 30 minutes: `03:00-04:00`. */
  readonly backupWindow: string;
  /** Weekly, UTC, at least 30 minutes and apart from the backup window: `mon:04:30-mon:05:30`. */
  readonly maintenanceWindow: string;
  /** Retention of the error log and the slow query log, one of the values that CloudWatch Logs accepts. */
  readonly logRetentionDays: number;
  /**
   * Deletion protection, `prevent_destroy`, a final snapshot, and automated backups that outlive the database.
   *
   * Without it the database and its backups are gone when it is destroyed.
   */
  readonly protect: boolean;
  /**
   * Whether changes that restart the database are made at once instead of in the maintenance window.
   *
   * @default false
   */
  readonly applyImmediately?: boolean;
  /**
   * Major version of MySQL; minor versions follow by themselves in the maintenance window.
   *
   * @default '8.4'
   */
  readonly engineVersion?: string;
  /**
   * Performance Insights with seven days' history, which costs nothing; not offered for the micro and small classes.
   *
   * @default false
   */
  readonly performanceInsights?: boolean;
  /**
   * Metrics of the operating system every 60 seconds, as logs of about USD 2 to 3 a month.
   *
   * @default false
   */
  readonly enhancedMonitoring?: boolean;
  /**
   * Sign-in with IAM tokens, for operators; WordPress cannot renew a token every 15 minutes. It costs nothing and lets
   * nobody in who has no user for it. Changing it neither restarts nor replaces the database.
   *
   * @default true
   */
  readonly iamAuthentication?: boolean;
  /**
   * Snapshot to create the database from; ignored after creation.
   *
   * A snapshot under another key than `key` must be copied under it first: the key cannot be changed later.
   *
   * @default - an empty database
   */
  readonly restoreFromSnapshot?: string;
}
