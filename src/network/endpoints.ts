import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Construct } from 'constructs';
import type { InterfaceEndpointService } from '../core/network-choices';
import type { INetwork } from './i-network';

export interface EndpointsProps {
  readonly network: INetwork;
  readonly region: string;
  /** Start of the names. */
  readonly name: string;
  readonly services: readonly InterfaceEndpointService[];
  /** Tables that get a route to S3. */
  readonly routeTableIds: readonly string[];
}

/**
 * Ways to AWS services that don't pass through a NAT gateway.
 *
 * The one to S3 costs nothing. Each interface endpoint costs about USD 8 a month and zone; private DNS makes clients use it
 * without a setting of their own.
 */
export class Endpoints extends Construct {
  readonly s3EndpointId: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EndpointsProps,
  ) {
    super(scope, id);
    const { network, region, name, services, routeTableIds } = props;

    const s3 = new VpcEndpoint(this, 'S3', {
      vpcId: network.vpcId,
      serviceName: `com.amazonaws.${region}.s3`,
      vpcEndpointType: 'Gateway',
      routeTableIds: [...routeTableIds],
      tags: { Name: `${name}-s3` },
    });
    if (services.length > 0) this.interfaceEndpoints();

    this.s3EndpointId = s3.id;
  }

  private interfaceEndpoints(): void {
    const { network, region, name, services } = this.props;
    const group = this.securityGroup();
    const subnetIds = network.subnets('private').map((subnet) => subnet.subnetId);
    for (const service of new Set(services)) {
      new VpcEndpoint(this, service, {
        vpcId: network.vpcId,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: 'Interface',
        privateDnsEnabled: true,
        subnetIds,
        securityGroupIds: [group.id],
        tags: { Name: `${name}-${service}` },
      });
    }
  }

  private securityGroup(): SecurityGroup {
    const { network, name } = this.props;
    const group = new SecurityGroup(this, 'SecurityGroup', {
      vpcId: network.vpcId,
      namePrefix: `${name}-endpoints-`,
      description: 'Interface endpoints of AWS services',
      tags: { Name: `${name}-endpoints` },
      lifecycle: { createBeforeDestroy: true },
    });
    new VpcSecurityGroupIngressRule(this, 'FromPrivateTier', {
      securityGroupId: group.id,
      cidrIpv4: network.tierCidrBlock('private'),
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
      description: 'HTTPS from the private tier',
    });
    return group;
  }
}
