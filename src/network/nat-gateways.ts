import { Eip } from '@cdktf/provider-aws/lib/eip';
import type { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import { Construct } from 'constructs';
import type { NatTopology } from '../core/network-choices';
import type { Subnet } from './i-network';

export interface NatGatewaysProps {
  readonly topology: NatTopology;
  readonly publicSubnets: readonly Subnet[];
  readonly internetGateway: InternetGateway;
  /** Start of the `Name` tags. */
  readonly name: string;
}

/**
 * NAT gateways in the public tier, each with an address of its own that stays for its life.
 *
 * A gateway costs about USD 33 a month plus USD 0.045 a GB, and a single one also the traffic between zones.
 */
export class NatGateways extends Construct {
  /** Public addresses by zone, to be allowed by others. */
  readonly publicAddresses: Readonly<Record<string, string>>;
  readonly natGatewayIds: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: NatGatewaysProps) {
    super(scope, id);
    const { topology, publicSubnets, internetGateway, name } = props;
    const count = { none: 0, single: 1, 'per-zone': publicSubnets.length }[topology];

    const gateways = publicSubnets.slice(0, count).map(({ availabilityZone, subnetId }) => {
      const common = { tags: { Name: `${name}-${availabilityZone}` }, dependsOn: [internetGateway] };
      const address = new Eip(this, `Address-${availabilityZone}`, { domain: 'vpc', ...common });
      const gateway = new NatGateway(this, availabilityZone, { allocationId: address.id, subnetId, ...common });
      return { availabilityZone, address, gateway };
    });

    this.publicAddresses = Object.fromEntries(gateways.map((each) => [each.availabilityZone, each.address.publicIp]));
    this.natGatewayIds = Object.fromEntries(gateways.map((each) => [each.availabilityZone, each.gateway.id]));
  }

  /** The gateway that a zone sends its traffic to: its own, else the only one, else none. */
  gatewayFor(availabilityZone: string): string | undefined {
    return this.natGatewayIds[availabilityZone] ?? Object.values(this.natGatewayIds)[0];
  }
}
