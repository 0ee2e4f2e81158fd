import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { policyDocument } from '../core/policy-document';
import { ExclusivePolicies, type ExclusivePoliciesSetting } from '../iam/exclusive-policies';
import { instancePermissions, type InstanceAccess, type InstanceHome } from './instance-permissions';
import { roleName } from './role-name';

/** Everything that the web instances may touch, by ARN. */
export interface InstanceRoleProps extends InstanceHome, InstanceAccess, ExclusivePoliciesSetting {
  /**
   * Policy that limits the role, whatever its own policy says.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/**
 * The role of the web instances, with what they need to boot and serve and nothing else.
 *
 * It can read neither the database's master secret nor anything of RDS, and no other environment's settings.
 */
export class InstanceRole extends Construct {
  readonly resource: IamRole;
  readonly roleArn: string;
  readonly roleName: string;
  /** The profile waits for the policy, so that no instance starts before its permissions are there. */
  readonly instanceProfileArn: string;
  readonly instanceProfileName: string;

  /** @throws ValidationError when the role's name would be too long */
  constructor(scope: Construct, id: string, props: InstanceRoleProps) {
    super(scope, id);
    const { permissionsBoundaryArn, exclusivePolicies = true } = props;
    const name = roleName(this, props.name, 'web');

    this.resource = new IamRole(this, 'Resource', {
      name,
      description: 'Web instances',
      permissionsBoundary: permissionsBoundaryArn,
      assumeRolePolicy: policyDocument([
        { sid: 'Instances', actions: ['sts:AssumeRole'], principals: { Service: 'ec2.amazonaws.com' } },
      ]),
    });
    const policy = new IamRolePolicy(this, 'Policy', {
      name: 'serve-site',
      role: this.resource.name,
      policy: policyDocument(instancePermissions(props, props)),
    });
    if (exclusivePolicies) new ExclusivePolicies(this, 'ExclusivePolicies', { role: this.resource, inline: [policy] });
    const profile = new IamInstanceProfile(this, 'Profile', { name, role: this.resource.name, dependsOn: [policy] });

    this.roleArn = this.resource.arn;
    this.roleName = this.resource.name;
    this.instanceProfileArn = profile.arn;
    this.instanceProfileName = profile.name;
  }
}
