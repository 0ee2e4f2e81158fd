import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { Construct } from 'constructs';
import { policyDocument } from '../core/policy-document';
import { ExclusivePolicies, type ExclusivePoliciesSetting } from '../iam/exclusive-policies';

/** AWS's own policy for exactly this: writing to the log group `RDSOSMetrics`. */
const MONITORING_POLICY = 'arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole';

export interface MonitoringRoleProps extends ExclusivePoliciesSetting {
  /** Name of the role. Changing it replaces the role. */
  readonly name: string;
  readonly accountId: string;
}

/** The role with which RDS writes enhanced monitoring's metrics; assumed for instances of this account only. */
export class MonitoringRole extends Construct {
  readonly resource: IamRole;
  readonly roleArn: string;
  /** Whoever uses the role waits for this. */
  readonly attachment: IamRolePolicyAttachment;

  constructor(scope: Construct, id: string, props: MonitoringRoleProps) {
    super(scope, id);
    const { name, accountId, exclusivePolicies = true } = props;

    this.resource = new IamRole(this, 'Resource', {
      name,
      description: 'RDS writes metrics of the operating system',
      assumeRolePolicy: policyDocument([
        {
          sid: 'Monitoring',
          actions: ['sts:AssumeRole'],
          principals: { Service: 'monitoring.rds.amazonaws.com' },
          conditions: { StringEquals: { 'aws:SourceAccount': accountId } },
        },
      ]),
    });
    this.attachment = new IamRolePolicyAttachment(this, 'Monitoring', {
      role: this.resource.name,
      policyArn: MONITORING_POLICY,
    });
    if (exclusivePolicies) {
      new ExclusivePolicies(this, 'ExclusivePolicies', { role: this.resource, attachments: [this.attachment] });
    }

    this.roleArn = this.resource.arn;
  }
}
