import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { IConstruct } from 'constructs';
import { ValidationError } from '../core/errors';
import { checkDescription } from './description';

/** Something that traffic can be allowed to and from. */
export interface IConnectable extends IConstruct {
  readonly connections: Connections;
}

const ANYWHERE = '0.0.0.0/0';

/**
 * The traffic that the security group of one construct lets through.
 *
 * Rules are single resources; those between two groups live in the client, so that stacks stay acyclic: a server never
 * refers to those who use it.
 */
export class Connections {
  /**
   * @param owner names the rules that clients get and stands in error messages
   * @param port TCP port that clients connect to; leave it out where nobody connects
   */
  constructor(
    private readonly owner: IConstruct,
    readonly securityGroupId: string,
    readonly port?: number,
  ) {
    if (port !== undefined) this.checkPort(port);
  }

  /**
   * Lets a client connect to `port`: one rule in for this group, one rule out for the client's, both inside the client.
   *
   * @throws ValidationError when the owner listens on no port or the description holds a character EC2 refuses
   */
  allowFrom(client: IConnectable, description: string): void {
    const { owner, port } = this;
    if (port === undefined) {
      throw new ValidationError(
        owner,
        `'port' must be set for others to connect, got none; give the construct a 'port'`,
      );
    }
    checkDescription(this.owner, description);
    const common = { ipProtocol: 'tcp', fromPort: port, toPort: port, description };
    new VpcSecurityGroupIngressRule(client, `To${owner.node.id}Ingress`, {
      ...common,
      securityGroupId: this.securityGroupId,
      referencedSecurityGroupId: client.connections.securityGroupId,
    });
    new VpcSecurityGroupEgressRule(client, `To${owner.node.id}Egress`, {
      ...common,
      securityGroupId: client.connections.securityGroupId,
      referencedSecurityGroupId: this.securityGroupId,
    });
  }

  /** Lets every IPv4 address connect to a TCP port. For load balancers only. */
  allowFromInternet(port: number, description: string): void {
    new VpcSecurityGroupIngressRule(this.owner, `FromInternet${port}`, this.internetRule(port, description));
  }

  /** Lets the owner connect to a TCP port of every IPv4 address, which includes the VPC's own endpoints. */
  allowToInternet(port: number, description: string): void {
    new VpcSecurityGroupEgressRule(this.owner, `ToInternet${port}`, this.internetRule(port, description));
  }

  private internetRule(port: number, description: string) {
    this.checkPort(port);
    checkDescription(this.owner, description);
    const { securityGroupId } = this;
    return { securityGroupId, cidrIpv4: ANYWHERE, ipProtocol: 'tcp', fromPort: port, toPort: port, description };
  }

  private checkPort(port: number): void {
    if (Number.isInteger(port) && port >= 1 && port <= 65535) return;
    throw new ValidationError(this.owner, `'port' must be a whole number from 1 to 65535, got ${port}; correct it`);
  }
}
