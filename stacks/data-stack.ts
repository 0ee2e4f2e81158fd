import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import type { Environment } from '../src/config';
import {
  BackupsBucket,
  Database,
  DatabaseReplica,
  DatabaseUser,
  LogsBucket,
  MediaBucket,
  ReleasesBucket,
  SharedFiles,
} from '../src/data';
import { physicalName } from '../src/core/naming';
import { BackupRole } from '../src/security';
import { acceptAtBackupsBucket, acceptAtBucket, acceptAtLogsBucket } from './accepted/buckets';
import { acceptAtDatabase, acceptAtDatabaseUser } from './accepted/database';
import { acceptAtLogGroups } from './accepted/log-groups';
import { EnvironmentStack, isProtected, nameScope } from './environment-stack';
import type { FoundationStack } from './foundation-stack';

/** Name of the database that WordPress uses. */
const DATABASE_NAME = 'wordpress';

/** Tag of the roles that may make backups of an environment. */
const BACKS_UP = 'backs-up';

/** The stack that the data stands on. */
export interface DataStackProps {
  readonly foundation: FoundationStack;
}

/** Database, files and buckets: what must never be lost. */
export class DataStack extends EnvironmentStack {
  readonly logs: LogsBucket;
  readonly media: MediaBucket;
  readonly releases: ReleasesBucket;
  readonly backups: BackupsBucket;
  readonly database: Database;
  readonly databaseUser: DatabaseUser;
  readonly files: SharedFiles;

  constructor(scope: Construct, id: string, environment: Environment, { foundation }: DataStackProps) {
    super(scope, id, environment);
    const { accountId, region, logRetentionDays, storage } = environment;
    const { network, dataKey: key } = foundation;
    const name = nameScope(environment);
    const protect = isProtected(environment);
    const common = { name, accountId, region, network, key, protect, logRetentionDays };

    this.logs = new LogsBucket(this, 'LogsBucket', { ...common, expireAfterDays: storage.accessLogDays });
    const bucket = { ...common, accessLogs: this.logs };
    this.media = new MediaBucket(this, 'MediaBucket', { ...bucket, noncurrentDays: storage.mediaNoncurrentDays });
    this.releases = new ReleasesBucket(this, 'ReleasesBucket', bucket);
    this.backups = new BackupsBucket(this, 'BackupsBucket', {
      ...bucket,
      glacierAfterDays: storage.backupGlacierAfterDays,
      expireAfterDays: storage.backupExpireDays,
    });
    this.database = new Database(this, 'Database', {
      ...common,
      ...environment.database,
      databaseName: DATABASE_NAME,
      enhancedMonitoring: environment.stage === 'production',
      applyImmediately: environment.stage === 'development',
    });
    this.databaseUser = new DatabaseUser(this, 'DatabaseUser', { ...common, database: this.database });
    this.files = new SharedFiles(this, 'Files', common);
    this.replica();
    const { roleArn } = this.backupRole(key);
    this.acceptFindings();

    new TerraformOutput(this, 'database_endpoint', { value: this.database.endpointAddress });
    new TerraformOutput(this, 'file_system_id', { value: this.files.fileSystemId });
    new TerraformOutput(this, 'media_bucket', { value: this.media.bucketName });
    new TerraformOutput(this, 'releases_bucket', { value: this.releases.bucketName });
    new TerraformOutput(this, 'backups_bucket', { value: this.backups.bucketName });
    new TerraformOutput(this, 'logs_bucket', { value: this.logs.bucketName });
    new TerraformOutput(this, 'backup_role_arn', {
      description: `Whoever assumes it needs the tag ${BACKS_UP} with the value ${physicalName(name)}`,
      value: roleArn,
    });
  }

  private acceptFindings(): void {
    const { environment } = this;
    acceptAtBucket(this.media, environment);
    acceptAtBucket(this.releases, environment);
    acceptAtBackupsBucket(this.backups, environment);
    acceptAtLogsBucket(this.logs, environment);
    acceptAtDatabase(this.database, environment);
    acceptAtDatabaseUser(this.databaseUser, environment);
    acceptAtLogGroups(this, environment);
  }

  private replica(): void {
    const { readReplica } = this.environment.database;
    if (readReplica === undefined) return;
    const replica = new DatabaseReplica(this, 'DatabaseReplica', { ...readReplica, database: this.database });
    new TerraformOutput(this, 'database_replica_endpoint', { value: replica.endpointAddress });
  }

  /** Roles of this account make backups with it if they carry its tag; the role itself can do nothing else. */
  private backupRole(key: { readonly keyArn: string }): BackupRole {
    const { accountId, region } = this.environment;
    const name = nameScope(this.environment);
    return new BackupRole(this, 'BackupRole', {
      name,
      region,
      bucketArn: this.backups.bucketArn,
      trustedPrincipalArns: [`arn:aws:iam::${accountId}:root`],
      callerTag: { key: BACKS_UP, value: physicalName(name) },
      keyArn: key.keyArn,
    });
  }
}
