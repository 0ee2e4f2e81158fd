import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { physicalName, type NameScope } from '../core/naming';
import { policyDocument } from '../core/policy-document';
import { ExclusivePolicies, type ExclusivePoliciesSetting } from '../iam/exclusive-policies';

/** Where flow logs go and for how long. */
export interface FlowLogSettings {
  /** Days to keep records, one of the values CloudWatch Logs accepts. */
  readonly retentionDays: number;
  /** Key that encrypts the log group; its policy must let CloudWatch Logs use it. */
  readonly keyArn: string;
}

export interface FlowLogsProps extends FlowLogSettings, ExclusivePoliciesSetting {
  readonly name: NameScope;
  readonly accountId: string;
  readonly region: string;
  readonly vpcId: string;
  /**
   * Policy that limits the role.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/** Records refused connections of a VPC, in intervals of ten minutes, in a log group of its own. */
export class FlowLogs extends Construct {
  readonly logGroupName: string;

  constructor(scope: Construct, id: string, props: FlowLogsProps) {
    super(scope, id);
    const { name, vpcId, retentionDays, keyArn, exclusivePolicies = true } = props;

    const logGroup = new CloudwatchLogGroup(this, 'LogGroup', {
      name: `/${name.system}/${name.environment}/vpc-flow-logs`,
      retentionInDays: retentionDays,
      kmsKeyId: keyArn,
    });
    const role = this.role(props);
    const policy = new IamRolePolicy(this, 'Policy', {
      name: 'write-flow-logs',
      role: role.name,
      policy: policyDocument([
        {
          sid: 'WriteFlowLogs',
          actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          resources: [logGroup.arn, `${logGroup.arn}:*`],
        },
      ]),
    });
    if (exclusivePolicies) new ExclusivePolicies(this, 'ExclusivePolicies', { role, inline: [policy] });
    new FlowLog(this, 'Resource', {
      vpcId,
      trafficType: 'REJECT',
      maxAggregationInterval: 600,
      logDestinationType: 'cloud-watch-logs',
      logDestination: logGroup.arn,
      iamRoleArn: role.arn,
      tags: { Name: physicalName(name, 'flow-logs') },
      dependsOn: [policy],
    });

    this.logGroupName = logGroup.name;
  }

  private role(props: FlowLogsProps): IamRole {
    const { name, accountId, region, permissionsBoundaryArn } = props;
    return new IamRole(this, 'Role', {
      name: physicalName(name, 'flow-logs'),
      description: 'Lets VPC flow logs write to their log group',
      permissionsBoundary: permissionsBoundaryArn,
      assumeRolePolicy: policyDocument([
        {
          sid: 'FlowLogs',
          actions: ['sts:AssumeRole'],
          principals: { Service: 'vpc-flow-logs.amazonaws.com' },
          // keeps other accounts from making the service use this role for them
          conditions: {
            StringEquals: { 'aws:SourceAccount': accountId },
            ArnLike: { 'aws:SourceArn': `arn:aws:ec2:${region}:${accountId}:vpc-flow-log/*` },
          },
        },
      ]),
    });
  }
}
