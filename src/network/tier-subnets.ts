import { Subnet as AwsSubnet } from '@cdktf/provider-aws/lib/subnet';
import type { Construct } from 'constructs';
import type { PlannedSubnet, SubnetTier } from '../core/cidr';
import type { Subnet } from './i-network';

/** What the subnets of a tier are made from. */
export interface TierSubnetsProps {
  readonly tier: SubnetTier;
  readonly vpcId: string;
  /** Start of the `Name` tags. */
  readonly name: string;
  readonly planned: readonly PlannedSubnet[];
}

/**
 * Makes the subnets of one tier inside `scope`, with ids such as `Public-eu-west-1a`.
 *
 * None gives instances public addresses; load balancers and NAT gateways bring their own.
 */
export function tierSubnets(scope: Construct, props: TierSubnetsProps): readonly Subnet[] {
  const { tier, vpcId, name, planned } = props;
  const role = tier.charAt(0).toUpperCase() + tier.slice(1);
  return planned.map(({ availabilityZone, cidrBlock }) => {
    const resource = new AwsSubnet(scope, `${role}-${availabilityZone}`, {
      vpcId,
      availabilityZone,
      cidrBlock,
      mapPublicIpOnLaunch: false,
      tags: { Name: `${name}-${tier}-${availabilityZone}`, tier },
    });
    return { subnetId: resource.id, availabilityZone, cidrBlock };
  });
}
