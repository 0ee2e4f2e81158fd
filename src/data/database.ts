import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import { Fn, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import { physicalName } from '../core/naming';
import { Connections, type IConnectable } from '../security/connections';
import { SecurityGroup } from '../security/security-group';
import { databaseProblems } from './database-checks';
import { DATABASE_LOGS, DatabaseLogs } from './database-logs';
import { DatabaseParameters } from './database-parameters';
import type { DatabaseProps } from './database-props';
import { MonitoringRole } from './monitoring-role';

const PORT = 3306;
const MONITORING_SECONDS = 60;
const INSIGHTS_DAYS = 7;

/** Neither `admin` nor `root`, which are tried first by whoever guesses. */
const MASTER_USERNAME = 'siteadmin';

/**
 * MySQL on RDS in the isolated tier: encrypted, TLS only, with a master password that RDS makes and renews itself.
 *
 * Nobody reads the master password but DatabaseUser's function.
 */
export class Database extends Construct implements IConnectable {
  /** The Terraform resource itself, for settings this construct does not offer. */
  readonly resource: DbInstance;
  readonly connections: Connections;
  readonly instanceIdentifier: string;
  readonly endpointAddress: string;
  readonly port = PORT;
  readonly databaseName: string;
  /** Secret with the master user's name and password, which RDS renews every seven days. */
  readonly masterSecretArn: string;
  /** The props it was made from, for a replica and for alarms. */
  readonly props: DatabaseProps;
  readonly parameterGroupName: string;
  readonly securityGroupId: string;
  /** Role of enhanced monitoring; undefined without it. */
  readonly monitoringRole: MonitoringRole | undefined;

  constructor(scope: Construct, id: string, props: DatabaseProps) {
    super(scope, id);
    const { name, network, key, engineVersion = '8.4' } = props;
    const problems = [...databaseProblems(props)];
    if (problems.length > 0) throw new ValidationError(this, problems.join('\n'));
    const identifier = physicalName(name, 'database');

    const description = 'MySQL of the WordPress site';
    const group = new SecurityGroup(this, 'SecurityGroup', { network, name: identifier, description, port: PORT });
    const subnetGroup = new DbSubnetGroup(this, 'SubnetGroup', {
      name: identifier,
      description,
      subnetIds: network.subnets('isolated').map(({ subnetId }) => subnetId),
    });
    const parameters = new DatabaseParameters(this, 'Parameters', { namePrefix: identifier, engineVersion });
    const logs = new DatabaseLogs(this, 'Logs', {
      instanceIdentifier: identifier,
      retentionDays: props.logRetentionDays,
      key,
    });
    this.monitoringRole = this.defineMonitoring(props);
    this.resource = new DbInstance(this, 'Resource', {
      identifier,
      engine: 'mysql',
      engineVersion,
      instanceClass: props.instanceClass,
      dbName: props.databaseName,
      username: MASTER_USERNAME,
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: key.keyArn,
      iamDatabaseAuthenticationEnabled: props.iamAuthentication ?? true,
      port: PORT,
      publiclyAccessible: false,
      multiAz: props.multiAz,
      dbSubnetGroupName: subnetGroup.name,
      vpcSecurityGroupIds: [group.securityGroupId],
      parameterGroupName: parameters.parameterGroupName,
      snapshotIdentifier: props.restoreFromSnapshot,
      ...storage(props),
      ...upkeep(props),
      ...this.observation(props),
      ...this.protection(props, identifier),
      dependsOn: [...logs.logGroups, ...(this.monitoringRole === undefined ? [] : [this.monitoringRole.attachment])],
    });

    this.connections = new Connections(this, group.securityGroupId, PORT);
    this.instanceIdentifier = this.resource.identifier;
    this.endpointAddress = this.resource.address;
    this.databaseName = props.databaseName;
    this.masterSecretArn = this.resource.masterUserSecret.get(0).secretArn;
    this.props = props;
    this.parameterGroupName = parameters.parameterGroupName;
    this.securityGroupId = group.securityGroupId;
  }

  private defineMonitoring(props: DatabaseProps): MonitoringRole | undefined {
    const { enhancedMonitoring, accountId, exclusivePolicies } = props;
    if (enhancedMonitoring !== true) return undefined;
    const name = physicalName(props.name, 'database-monitoring');
    return new MonitoringRole(this, 'MonitoringRole', { name, accountId, exclusivePolicies });
  }

  private observation({ performanceInsights, key }: DatabaseProps) {
    const insights = {
      performanceInsightsEnabled: true,
      performanceInsightsRetentionPeriod: INSIGHTS_DAYS,
      performanceInsightsKmsKeyId: key.keyArn,
    };
    return {
      enabledCloudwatchLogsExports: [...DATABASE_LOGS],
      monitoringInterval: this.monitoringRole === undefined ? 0 : MONITORING_SECONDS,
      monitoringRoleArn: this.monitoringRole?.roleArn,
      ...(performanceInsights === true ? insights : { performanceInsightsEnabled: false }),
    };
  }

  private protection({ protect }: DatabaseProps, identifier: string) {
    // a snapshot's name can be used once: this one changes with every life of the environment
    // cdktf's own DataResource would run the terraform command at synthesis to ask for its version
    const life = new TerraformResource(this, 'Life', { terraformResourceType: 'terraform_data' });
    return {
      deletionProtection: protect,
      skipFinalSnapshot: !protect,
      finalSnapshotIdentifier: `${identifier}-final-${Fn.substr(life.getStringAttribute('id'), 0, 8)}`,
      deleteAutomatedBackups: !protect,
      lifecycle: {
        preventDestroy: protect,
        // only creation reads these; a snapshot may bring other names, and no name can be changed later
        ignoreChanges: ['snapshot_identifier', 'db_name', 'username'],
      },
    };
  }
}

function storage({ key, allocatedStorageGiB, maxAllocatedStorageGiB }: DatabaseProps) {
  return {
    storageType: 'gp3',
    // what autoscaling adds is no change: the provider compares upwards only while a maximum is set
    allocatedStorage: allocatedStorageGiB,
    maxAllocatedStorage: maxAllocatedStorageGiB,
    storageEncrypted: true,
    kmsKeyId: key.keyArn,
  };
}

function upkeep(props: DatabaseProps) {
  return {
    backupRetentionPeriod: props.backupRetentionDays,
    backupWindow: props.backupWindow,
    maintenanceWindow: props.maintenanceWindow,
    copyTagsToSnapshot: true,
    autoMinorVersionUpgrade: true,
    allowMajorVersionUpgrade: false,
    applyImmediately: props.applyImmediately ?? false,
  };
}
