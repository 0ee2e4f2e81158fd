import { Construct } from 'constructs';
import { planSubnets, type SubnetPlan, type SubnetTier } from '../../src/core/cidr';
import type { INetwork, Subnet } from '../../src/network/i-network';

/** A network with plain ids, such as `vpc-1` and `subnet-private-eu-west-1a`, and no resources. */
export class FakeNetwork extends Construct implements INetwork {
  readonly vpcId = 'vpc-1';
  private readonly plan: SubnetPlan;

  constructor(
    scope: Construct,
    id = 'Network',
    readonly availabilityZones: readonly string[] = ['eu-west-1a', 'eu-west-1b'],
    readonly cidrBlock = '10.0.0.0/16',
  ) {
    super(scope, id);
    this.plan = planSubnets(cidrBlock, availabilityZones);
  }

  subnets(tier: SubnetTier): readonly Subnet[] {
    return this.plan.subnets[tier].map((subnet) => ({
      ...subnet,
      subnetId: `subnet-${tier}-${subnet.availabilityZone}`,
    }));
  }

  tierCidrBlock(tier: SubnetTier): string {
    return this.plan.tiers[tier];
  }
}
