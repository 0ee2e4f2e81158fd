import type { NameScope } from '../core/naming';
import type { PolicyStatement } from '../core/policy-document';

/** What the web instances may touch; everything else is refused. */
export interface InstanceAccess {
  /** Releases that instances read: everything in `bucketArn` below `prefix`, such as `wordpress/production`. */
  readonly releases: { readonly bucketArn: string; readonly prefix: string };
  /** Secrets that instances read: the site's own database user and its salts, never the master user's. */
  readonly secretArns: readonly string[];
  /** Names of the log groups that instances write to. */
  readonly logGroupNames: readonly string[];
  /** Namespace of the metrics that instances publish. */
  readonly metricsNamespace: string;
  /** The group whose launch hook instances complete, and to which they report that they are ill. */
  readonly autoScalingGroupName: string;
  /**
   * Keys of the secrets, releases and media; usable through those services only.
   *
   * @default - keys managed by AWS, which need no permission
   */
  readonly keyArns?: readonly string[];
  /**
   * The shared files, through one access point.
   *
   * @default - none
   */
  readonly sharedFiles?: { readonly fileSystemArn: string; readonly accessPointArn: string };
  /**
   * Media that instances read, write and delete, below `uploads/` only.
   *
   * @default - none
   */
  readonly media?: { readonly bucketArn: string };
}

/** Where the instances run. */
export interface InstanceHome {
  readonly name: NameScope;
  readonly accountId: string;
  readonly region: string;
}

/** The statements of the instance role's policy, each limited to the very resources given. */
export function instancePermissions(home: InstanceHome, access: InstanceAccess): readonly PolicyStatement[] {
  return [
    ...releaseStatements(access),
    ...siteStatements(home, access),
    ...telemetryStatements(home, access),
    ...fleetStatements(home, access),
    ...keyStatements(home, access),
    ...sharedFilesStatements(access),
    ...mediaStatements(access),
  ];
}

function releaseStatements({ releases: { bucketArn, prefix } }: InstanceAccess): PolicyStatement[] {
  return [
    { sid: 'ReadReleases', actions: ['s3:GetObject'], resources: [`${bucketArn}/${prefix}/*`] },
    // without it S3 answers 403 for an object that is not there, and nobody can tell it from one that is forbidden
    { sid: 'TellMissingReleases', actions: ['s3:ListBucket'], resources: [bucketArn] },
  ];
}

function siteStatements({ name, accountId, region }: InstanceHome, { secretArns }: InstanceAccess): PolicyStatement[] {
  const path = `arn:aws:ssm:${region}:${accountId}:parameter/${name.system}/${name.environment}`;
  const parameters: PolicyStatement = {
    sid: 'ReadSettings',
    actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
    resources: [path, `${path}/*`],
  };
  if (secretArns.length === 0) return [parameters];
  return [parameters, { sid: 'ReadSecrets', actions: ['secretsmanager:GetSecretValue'], resources: [...secretArns] }];
}

function telemetryStatements({ accountId, region }: InstanceHome, access: InstanceAccess): PolicyStatement[] {
  const { logGroupNames, metricsNamespace } = access;
  const metrics: PolicyStatement = {
    sid: 'PublishMetrics',
    actions: ['cloudwatch:PutMetricData'],
    resources: ['*'],
    conditions: { StringEquals: { 'cloudwatch:namespace': metricsNamespace } },
  };
  const ownGroup: PolicyStatement = {
    // how the CloudWatch agent learns its group, which it adds to the metrics; knows no resources
    sid: 'NameGroupInMetrics',
    actions: ['ec2:DescribeTags'],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:RequestedRegion': region } },
  };
  if (logGroupNames.length === 0) return [metrics, ownGroup];
  const groups = logGroupNames.map((name) => `arn:aws:logs:${region}:${accountId}:log-group:${name}`);
  return [
    metrics,
    ownGroup,
    {
      sid: 'WriteLogs',
      actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      resources: groups.flatMap((arn) => [arn, `${arn}:*`]),
    },
  ];
}

function fleetStatements({ accountId, region }: InstanceHome, access: InstanceAccess): PolicyStatement[] {
  const group = `autoScalingGroup:*:autoScalingGroupName/${access.autoScalingGroupName}`;
  return [
    {
      sid: 'ReportToOwnGroup',
      actions: [
        'autoscaling:CompleteLifecycleAction',
        'autoscaling:RecordLifecycleActionHeartbeat',
        'autoscaling:SetInstanceHealth',
      ],
      resources: [`arn:aws:autoscaling:${region}:${accountId}:${group}`],
    },
    {
      // these know no resources; with them Session Manager takes the place of SSH
      sid: 'SessionManager',
      actions: [
        'ssm:UpdateInstanceInformation',
        'ssmmessages:CreateControlChannel',
        'ssmmessages:CreateDataChannel',
        'ssmmessages:OpenControlChannel',
        'ssmmessages:OpenDataChannel',
        'ec2messages:AcknowledgeMessage',
        'ec2messages:DeleteMessage',
        'ec2messages:FailMessage',
        'ec2messages:GetEndpoint',
        'ec2messages:GetMessages',
        'ec2messages:SendReply',
      ],
      resources: ['*'],
    },
  ];
}

function keyStatements({ region }: InstanceHome, { keyArns = [] }: InstanceAccess): PolicyStatement[] {
  if (keyArns.length === 0) return [];
  const through = (services: readonly string[]) => ({
    StringEquals: { 'kms:ViaService': services.map((service) => `${service}.${region}.amazonaws.com`) },
  });
  return [
    {
      sid: 'DecryptThroughServices',
      actions: ['kms:Decrypt'],
      resources: [...keyArns],
      conditions: through(['s3', 'secretsmanager', 'ssm']),
    },
    {
      sid: 'EncryptMedia',
      actions: ['kms:GenerateDataKey'],
      resources: [...keyArns],
      conditions: through(['s3']),
    },
  ];
}

function sharedFilesStatements({ sharedFiles }: InstanceAccess): PolicyStatement[] {
  if (sharedFiles === undefined) return [];
  return [
    {
      sid: 'MountSharedFiles',
      actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
      resources: [sharedFiles.fileSystemArn],
      conditions: {
        StringEquals: { 'elasticfilesystem:AccessPointArn': sharedFiles.accessPointArn },
        Bool: { 'aws:SecureTransport': 'true' },
      },
    },
  ];
}

function mediaStatements({ media }: InstanceAccess): PolicyStatement[] {
  if (media === undefined) return [];
  const { bucketArn } = media;
  return [
    {
      sid: 'KeepMedia',
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
      resources: [`${bucketArn}/uploads/*`],
    },
    {
      sid: 'ListMedia',
      actions: ['s3:ListBucket'],
      resources: [bucketArn],
      conditions: { StringLike: { 's3:prefix': 'uploads/*' } },
    },
  ];
}
