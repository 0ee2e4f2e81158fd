import type { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Construct } from 'constructs';
import type { SubnetTier } from '../core/cidr';
import type { Subnet } from './i-network';
import type { NatGateways } from './nat-gateways';

export interface RoutingProps {
  readonly vpcId: string;
  /** Start of the `Name` tags. */
  readonly name: string;
  readonly subnets: Readonly<Record<SubnetTier, readonly Subnet[]>>;
  readonly internetGateway: InternetGateway;
  readonly natGateways: NatGateways;
}

const ANYWHERE = '0.0.0.0/0';

/**
 * Route tables: one for the public tier, one a zone for the private tier, one without a way out for the isolated tier.
 *
 * The private tier has a table a zone whatever the NAT topology, so that changing the topology replaces no table.
 */
export class Routing extends Construct {
  /** Private tables by zone. */
  readonly privateRouteTableIds: Readonly<Record<string, string>>;
  readonly isolatedRouteTableId: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: RoutingProps,
  ) {
    super(scope, id);
    const { subnets, internetGateway, natGateways } = props;

    const publicTable = this.table('Public', subnets.public);
    new Route(this, 'PublicToInternet', {
      routeTableId: publicTable.id,
      destinationCidrBlock: ANYWHERE,
      gatewayId: internetGateway.id,
    });
    const privateTables = subnets.private.map((subnet) => {
      const zone = subnet.availabilityZone;
      const table = this.table(`Private-${zone}`, [subnet]);
      const natGatewayId = natGateways.gatewayFor(zone);
      if (natGatewayId !== undefined) {
        new Route(this, `PrivateToInternet-${zone}`, {
          routeTableId: table.id,
          destinationCidrBlock: ANYWHERE,
          natGatewayId,
        });
      }
      return [zone, table.id] as const;
    });
    const isolatedTable = this.table('Isolated', subnets.isolated, []);

    this.privateRouteTableIds = Object.fromEntries(privateTables);
    this.isolatedRouteTableId = isolatedTable.id;
  }

  private table(role: string, subnets: readonly Subnet[], route?: []): RouteTable {
    const { vpcId, name } = this.props;
    const table = new RouteTable(this, role, { vpcId, route, tags: { Name: `${name}-${role.toLowerCase()}` } });
    for (const { availabilityZone, subnetId } of subnets) {
      const tier = role.split('-')[0] ?? role;
      new RouteTableAssociation(this, `${tier}Subnet-${availabilityZone}`, { subnetId, routeTableId: table.id });
    }
    return table;
  }
}
