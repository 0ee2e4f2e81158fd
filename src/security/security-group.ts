import { SecurityGroup as AwsSecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { Construct } from 'constructs';
import type { INetwork } from '../network/i-network';
import { Connections, type IConnectable } from './connections';
import { checkDescription } from './description';

/** Where a security group belongs and which port its owner listens on. */
export interface SecurityGroupProps {
  readonly network: INetwork;
  /** Start of the group's name, such as `wordpress-production-web`. Changing it replaces the group. */
  readonly name: string;
  /** Why the group exists. Changing it replaces the group. */
  readonly description: string;
  /**
   * TCP port that clients connect to.
   *
   * @default - nobody connects to it; the group only marks a client
   */
  readonly port?: number;
}

/** A security group without a rule: nothing passes until `connections` allows it. */
export class SecurityGroup extends Construct implements IConnectable {
  readonly resource: AwsSecurityGroup;
  readonly securityGroupId: string;
  /** Rules are named after this construct; an owner that has a better name makes its own `Connections`. */
  readonly connections: Connections;

  /** @throws ValidationError when `description` holds a character EC2 refuses or `port` is no port */
  constructor(scope: Construct, id: string, props: SecurityGroupProps) {
    super(scope, id);
    const { network, name, description, port } = props;
    checkDescription(this, description);

    this.resource = new AwsSecurityGroup(this, 'Resource', {
      vpcId: network.vpcId,
      namePrefix: `${name}-`,
      description,
      tags: { Name: name },
      lifecycle: { createBeforeDestroy: true },
    });

    this.securityGroupId = this.resource.id;
    this.connections = new Connections(this, this.securityGroupId, port);
  }
}
