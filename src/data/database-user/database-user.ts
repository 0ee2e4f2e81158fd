import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { LambdaInvocation } from '@cdktf/provider-aws/lib/lambda-invocation';
import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError } from '../../core/errors';
import { NAME_LIMITS, physicalName, type NameScope } from '../../core/naming';
import type { ExclusivePoliciesSetting } from '../../iam/exclusive-policies';
import type { INetwork } from '../../network/i-network';
import { Connections, type IConnectable } from '../../security/connections';
import { SecurityGroup } from '../../security/security-group';
import type { Database } from '../database';
import type { KeyReference } from '../key-reference';
import { SecretShell } from '../secret-shell';
import { FunctionRole } from './function-role';
import { ENVIRONMENT } from './handler/settings';
import { HandlerAsset } from './handler-asset';

/** The lock's 45 seconds, IAM's 31, and two connections, with room to spare. */
const TIMEOUT_SECONDS = 180;

/** MySQL's limit is 32 characters; without `_`, a wildcard in GRANT. */
const USERNAME = /^[a-z][a-z0-9]{0,31}$/;

/** The database that gets a user, and where the function that makes it runs. */
export interface DatabaseUserProps extends ExclusivePoliciesSetting {
  readonly name: NameScope;
  readonly accountId: string;
  readonly region: string;
  /** Network whose private subnets the function runs in; they need a way to Secrets Manager, by NAT or endpoint. */
  readonly network: INetwork;
  readonly database: Database;
  /** Encrypts both secrets and the function's log; the same that encrypts the master secret. */
  readonly key: KeyReference;
  readonly logRetentionDays: number;
  /** Keeps both secrets from being destroyed. */
  readonly protect: boolean;
  /**
   * Name of the user: lower-case letters and digits, at most 32. A new name makes a new user and leaves the old one.
   *
   * @default 'wordpress'
   */
  readonly username?: string;
}

/**
 * WordPress's own database user, its password, and WordPress's keys and salts.
 *
 * A function in the VPC makes them: it alone reads the master secret, and Terraform sees none of the values. Terraform
 * invokes it again when the database, the settings or the code change; to repair a user or to bring a new password from
 * the secret to the database, invoke it by hand. It needs no reserved concurrency: a lock in the database puts
 * invocations in turn, and small accounts have no concurrency to reserve.
 */
export class DatabaseUser extends Construct implements IConnectable {
  /** The function. */
  readonly resource: LambdaFunction;
  readonly connections: Connections;
  readonly functionName: string;
  readonly username: string;
  /** Secret with `username`, `password`, `host`, `port` and `dbname`. */
  readonly secretArn: string;
  /** Secret with the eight keys and salts of wp-config.php by their names. */
  readonly saltsSecretArn: string;

  constructor(scope: Construct, id: string, props: DatabaseUserProps) {
    super(scope, id);
    const { name, network, database, key, protect, username = 'wordpress' } = props;
    const functionName = physicalName(name, 'database-user');
    this.check(functionName, username);

    const user = new SecretShell(this, 'Secret', {
      secretName: functionName,
      description: 'Database user of WordPress',
      key,
      protect,
    });
    const salts = new SecretShell(this, 'Salts', {
      secretName: physicalName(name, 'salts'),
      description: 'Keys and salts of WordPress',
      key,
      protect,
    });
    const description = 'Function that makes the database user';
    const group = new SecurityGroup(this, 'SecurityGroup', { network, name: functionName, description });
    this.connections = new Connections(this, group.securityGroupId);
    database.connections.allowFrom(this, 'function makes the database user');
    this.connections.allowToInternet(443, 'function reads and writes secrets');
    const settings = {
      host: database.endpointAddress,
      port: String(database.port),
      databaseName: database.databaseName,
      username,
      masterSecretArn: database.masterSecretArn,
      userSecretArn: user.secretArn,
      saltsSecretArn: salts.secretArn,
    };
    const asset = new HandlerAsset(this, 'Handler');
    this.resource = this.defineFunction(props, functionName, group.securityGroupId, settings, asset);
    this.defineInvocation({ ...settings, database: database.resource.resourceId, code: asset.sourceCodeHash });

    this.functionName = functionName;
    this.username = username;
    this.secretArn = user.secretArn;
    this.saltsSecretArn = salts.secretArn;
  }

  private defineFunction(
    { accountId, region, key, logRetentionDays, network, exclusivePolicies }: DatabaseUserProps,
    functionName: string,
    securityGroupId: string,
    settings: Readonly<Record<keyof typeof ENVIRONMENT, string>>,
    asset: HandlerAsset,
  ): LambdaFunction {
    const logGroup = new CloudwatchLogGroup(this, 'Log', {
      name: `/aws/lambda/${functionName}`,
      retentionInDays: logRetentionDays,
      kmsKeyId: key.keyArn,
    });
    const { roleArn } = new FunctionRole(this, 'Role', {
      functionName,
      accountId,
      region,
      logGroupArn: logGroup.arn,
      key,
      readSecretArns: [settings.masterSecretArn],
      writeSecretArns: [settings.userSecretArn, settings.saltsSecretArn],
      exclusivePolicies,
    });
    const variables = Object.entries(ENVIRONMENT).map(([setting, variable]) => [
      variable,
      settings[setting as keyof typeof ENVIRONMENT],
    ]);
    return new LambdaFunction(this, 'Resource', {
      functionName,
      description: 'Makes the database user and the secrets of WordPress',
      role: roleArn,
      runtime: 'nodejs22.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      filename: asset.path,
      sourceCodeHash: asset.sourceCodeHash,
      memorySize: 256,
      timeout: TIMEOUT_SECONDS,
      environment: { variables: Object.fromEntries(variables) as Record<string, string> },
      vpcConfig: {
        subnetIds: network.subnets('private').map(({ subnetId }) => subnetId),
        securityGroupIds: [securityGroupId],
      },
      dependsOn: this.resourcesSoFar(),
    });
  }

  /** Waits for all that the function needs, which no reference tells: its policy, its log, the rules of both groups. */
  private defineInvocation(triggers: Record<string, string>): void {
    new LambdaInvocation(this, 'Invocation', {
      functionName: this.resource.functionName,
      input: '{}',
      triggers,
      dependsOn: this.resourcesSoFar(),
    });
  }

  private resourcesSoFar(): TerraformResource[] {
    return this.node.findAll().filter((each): each is TerraformResource => TerraformResource.isTerraformResource(each));
  }

  private check(functionName: string, username: string): void {
    if (functionName.length > NAME_LIMITS.lambdaFunction) {
      throw new ValidationError(
        this,
        `'name' must leave the function's name at most ${NAME_LIMITS.lambdaFunction} characters, ` +
          `got '${functionName}' (${functionName.length}); shorten 'system' or 'environment'`,
      );
    }
    if (!USERNAME.test(username)) {
      throw new ValidationError(
        this,
        `'username' must be 1 to 32 lower-case letters and digits and begin with a letter, got '${username}'; rename it`,
      );
    }
  }
}
