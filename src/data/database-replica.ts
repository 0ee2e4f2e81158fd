import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import { physicalName } from '../core/naming';
import type { Database } from './database';
import { DATABASE_LOGS, DatabaseLogs } from './database-logs';

/** The database to copy and the class of the copy. */
export interface DatabaseReplicaProps {
  /** The database that is followed; its backups must be on. */
  readonly database: Database;
  /** Such as `db.t4g.medium`; priced like any instance, and its storage once more. */
  readonly instanceClass: string;
  /**
   * Whether AWS refuses to delete it.
   *
   * @default - as the database
   */
  readonly protect?: boolean;
}

/**
 * A copy of a database that follows it within seconds, for reports and to be promoted when the original is lost.
 *
 * It takes name and password, key, subnets and security group from the original. WordPress does not read from it.
 */
export class DatabaseReplica extends Construct {
  readonly resource: DbInstance;
  readonly instanceIdentifier: string;
  readonly endpointAddress: string;

  constructor(scope: Construct, id: string, props: DatabaseReplicaProps) {
    super(scope, id);
    const { database, instanceClass, protect = database.props.protect } = props;
    const { name, key, logRetentionDays, backupRetentionDays, applyImmediately = false } = database.props;
    if (backupRetentionDays === 0) {
      throw new ValidationError(
        this,
        `'backupRetentionDays' of the database must be at least 1 for a replica, got 0; raise it or drop the replica`,
      );
    }
    const identifier = physicalName(name, 'database-replica');

    const logs = new DatabaseLogs(this, 'Logs', {
      instanceIdentifier: identifier,
      retentionDays: logRetentionDays,
      key,
    });
    this.resource = new DbInstance(this, 'Resource', {
      identifier,
      replicateSourceDb: database.instanceIdentifier,
      instanceClass,
      storageType: 'gp3',
      storageEncrypted: true,
      maxAllocatedStorage: database.props.maxAllocatedStorageGiB,
      publiclyAccessible: false,
      vpcSecurityGroupIds: [database.securityGroupId],
      parameterGroupName: database.parameterGroupName,
      maintenanceWindow: database.props.maintenanceWindow,
      iamDatabaseAuthenticationEnabled: database.props.iamAuthentication ?? true,
      copyTagsToSnapshot: true,
      autoMinorVersionUpgrade: true,
      applyImmediately,
      enabledCloudwatchLogsExports: [...DATABASE_LOGS],
      deletionProtection: protect,
      // RDS makes no final snapshot of a replica
      skipFinalSnapshot: true,
      dependsOn: [...logs.logGroups],
    });

    this.instanceIdentifier = this.resource.identifier;
    this.endpointAddress = this.resource.address;
  }
}
