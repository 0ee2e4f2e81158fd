import type { IConstruct } from 'constructs';
import type { SubnetTier } from '../core/cidr';

/** A subnet in one zone. */
export interface Subnet {
  readonly subnetId: string;
  readonly availabilityZone: string;
  readonly cidrBlock: string;
}

/** A VPC in three tiers, made here or brought along. */
export interface INetwork extends IConstruct {
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly availabilityZones: readonly string[];
  /** The subnets of a tier, one a zone, in the order of `availabilityZones`. */
  subnets(tier: SubnetTier): readonly Subnet[];
  /** The range that holds every present and future subnet of a tier. */
  tierCidrBlock(tier: SubnetTier): string;
}
