import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Construct } from 'constructs';
import { planSubnets, type SubnetPlan, type SubnetTier } from '../core/cidr';
import { messageOf, UserError, ValidationError } from '../core/errors';
import { INTERFACE_ENDPOINT_SERVICES, type InterfaceEndpointService, type NatTopology } from '../core/network-choices';
import { physicalName, type NameScope } from '../core/naming';
import type { ExclusivePoliciesSetting } from '../iam/exclusive-policies';
import { Endpoints } from './endpoints';
import { FlowLogs, type FlowLogSettings } from './flow-logs';
import type { INetwork, Subnet } from './i-network';
import { NatGateways } from './nat-gateways';
import { DEFAULT_DATA_PORTS, MAX_DATA_PORTS, networkAclRules } from './network-acl-rules';
import { NetworkAcls } from './network-acls';
import { Routing } from './routing';
import { tierSubnets } from './tier-subnets';

/** Range, zones and ways out of a VPC. */
export interface NetworkProps extends ExclusivePoliciesSetting {
  readonly name: NameScope;
  readonly accountId: string;
  readonly region: string;
  /** Range of the VPC, /16 to /19. Changing it replaces the VPC and all that is in it. */
  readonly cidrBlock: string;
  /** Zones by full name, such as `eu-west-1a`. Adding one at the end replaces nothing; a single NAT gateway stands in the first. */
  readonly availabilityZones: readonly string[];
  /** Changing it replaces nothing, but takes the private tier off the internet for seconds. */
  readonly nat: NatTopology;
  readonly flowLogs: FlowLogSettings;
  /**
   * Interface endpoints in the private tier, about USD 8 a month each and zone.
   *
   * @default - none; with `nat: 'none'` always all, because instances could not boot otherwise
   */
  readonly interfaceEndpoints?: readonly InterfaceEndpointService[];
  /**
   * TCP ports on which the private tier reaches the isolated tier, at most ten.
   *
   * @default [3306, 2049]
   */
  readonly dataPorts?: readonly number[];
  /**
   * Policy that limits the roles made here.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/**
 * A VPC in three tiers over two or more zones.
 *
 * Public: load balancers and NAT gateways. Private: everything that runs our code, with no way in but the load balancer's.
 * Isolated: databases, files and caches, with no route to the internet at all.
 */
export class Network extends Construct implements INetwork {
  readonly resource: Vpc;
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly availabilityZones: readonly string[];
  /** Public addresses of the NAT gateways by zone. */
  readonly natAddresses: Readonly<Record<string, string>>;
  /** Ids of the NAT gateways by zone. */
  readonly natGatewayIds: Readonly<Record<string, string>>;
  readonly flowLogGroupName: string;
  private readonly plan: SubnetPlan;
  private readonly tiers: Readonly<Record<SubnetTier, readonly Subnet[]>>;

  /** @throws ValidationError when `cidrBlock`, `availabilityZones` or `dataPorts` break their rules */
  constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    const { cidrBlock, availabilityZones, region, nat, flowLogs } = props;
    const name = physicalName(props.name);
    const dataPorts = this.checkedDataPorts(props.dataPorts);
    this.plan = this.checkedPlan(props);

    this.resource = this.vpc(name, cidrBlock);
    this.vpcId = this.resource.id;
    this.cidrBlock = cidrBlock;
    this.availabilityZones = availabilityZones;
    this.tiers = {
      public: this.tier('public', name),
      private: this.tier('private', name),
      isolated: this.tier('isolated', name),
    };
    const { natGateways, routing } = this.routes(name, nat);
    new NetworkAcls(this, 'NetworkAcls', {
      vpcId: this.vpcId,
      defaultNetworkAclId: this.resource.defaultNetworkAclId,
      name,
      rules: networkAclRules(this.plan.tiers, dataPorts),
      subnetIds: { public: this.ids('public'), private: this.ids('private'), isolated: this.ids('isolated') },
    });
    new Endpoints(this, 'Endpoints', {
      network: this,
      region,
      name,
      services: nat === 'none' ? INTERFACE_ENDPOINT_SERVICES : (props.interfaceEndpoints ?? []),
      routeTableIds: [...Object.values(routing.privateRouteTableIds), routing.isolatedRouteTableId],
    });
    const { logGroupName } = new FlowLogs(this, 'FlowLogs', { ...props, ...flowLogs, vpcId: this.vpcId });

    this.natAddresses = natGateways.publicAddresses;
    this.natGatewayIds = natGateways.natGatewayIds;
    this.flowLogGroupName = logGroupName;
  }

  subnets(tier: SubnetTier): readonly Subnet[] {
    return this.tiers[tier];
  }

  tierCidrBlock(tier: SubnetTier): string {
    return this.plan.tiers[tier];
  }

  private vpc(name: string, cidrBlock: string): Vpc {
    // mount targets and interface endpoints are found by private DNS names, which need both settings
    const vpc = new Vpc(this, 'Resource', {
      cidrBlock,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: { Name: name },
    });
    // written out, empty lists also remove what somebody adds later
    const ruleless = { ingress: [], egress: [] };
    new DefaultSecurityGroup(this, 'DefaultSecurityGroup', {
      vpcId: vpc.id,
      ...ruleless,
      tags: { Name: `${name}-default` },
    });
    return vpc;
  }

  private tier(tier: SubnetTier, name: string): readonly Subnet[] {
    return tierSubnets(this, { tier, vpcId: this.vpcId, name, planned: this.plan.subnets[tier] });
  }

  private routes(name: string, topology: NatTopology): { natGateways: NatGateways; routing: Routing } {
    const { vpcId, tiers: subnets } = this;
    const internetGateway = new InternetGateway(this, 'InternetGateway', { vpcId, tags: { Name: name } });
    const natGateways = new NatGateways(this, 'NatGateways', {
      topology,
      publicSubnets: subnets.public,
      internetGateway,
      name,
    });
    const routing = new Routing(this, 'Routing', { vpcId, name, subnets, internetGateway, natGateways });
    return { natGateways, routing };
  }

  private ids(tier: SubnetTier): readonly string[] {
    return this.tiers[tier].map((subnet) => subnet.subnetId);
  }

  private checkedPlan({ cidrBlock, availabilityZones }: NetworkProps): SubnetPlan {
    try {
      return planSubnets(cidrBlock, availabilityZones);
    } catch (error) {
      if (error instanceof UserError) throw new ValidationError(this, messageOf(error));
      throw error;
    }
  }

  private checkedDataPorts(ports: readonly number[] = DEFAULT_DATA_PORTS): readonly number[] {
    const distinct = new Set(ports).size === ports.length;
    const valid = ports.every((port) => Number.isInteger(port) && port >= 1 && port <= 65535);
    if (distinct && valid && ports.length <= MAX_DATA_PORTS) return ports;
    throw new ValidationError(
      this,
      `'dataPorts' must be at most ${MAX_DATA_PORTS} different whole numbers from 1 to 65535, ` +
        `got ${ports.join(', ')}; correct the list`,
    );
  }
}
