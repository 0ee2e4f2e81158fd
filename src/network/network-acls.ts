import { DefaultNetworkAcl } from '@cdktf/provider-aws/lib/default-network-acl';
import { NetworkAcl } from '@cdktf/provider-aws/lib/network-acl';
import { Construct } from 'constructs';
import { SUBNET_TIERS, type SubnetTier } from '../core/cidr';
import type { NetworkAclRules } from './network-acl-rules';

export interface NetworkAclsProps {
  readonly vpcId: string;
  /** The ACL that AWS gave the VPC; it loses all its entries. */
  readonly defaultNetworkAclId: string;
  /** Start of the `Name` tags. */
  readonly name: string;
  readonly rules: Readonly<Record<SubnetTier, NetworkAclRules>>;
  readonly subnetIds: Readonly<Record<SubnetTier, readonly string[]>>;
}

/** A network ACL for each tier; the VPC's default ACL lets nothing pass. */
export class NetworkAcls extends Construct {
  readonly resources: Readonly<Record<SubnetTier, NetworkAcl>>;

  constructor(scope: Construct, id: string, props: NetworkAclsProps) {
    super(scope, id);
    const { vpcId, defaultNetworkAclId, name, rules, subnetIds } = props;

    new DefaultNetworkAcl(this, 'OfVpc', {
      defaultNetworkAclId,
      tags: { Name: `${name}-default` },
      // subnets come here when another ACL goes, which is no decision of ours
      lifecycle: { ignoreChanges: ['subnet_ids'] },
    });
    const acls = SUBNET_TIERS.map((tier) => {
      // entries are part of the ACL so that one made by hand shows in a plan
      const acl = new NetworkAcl(this, tierId(tier), {
        vpcId,
        subnetIds: [...subnetIds[tier]],
        ingress: [...rules[tier].ingress],
        egress: [...rules[tier].egress],
        tags: { Name: `${name}-${tier}` },
      });
      return [tier, acl] as const;
    });

    this.resources = Object.fromEntries(acls) as Record<SubnetTier, NetworkAcl>;
  }
}

/** Construct id of something that exists once a tier, such as `Public`. */
function tierId(tier: SubnetTier): string {
  return tier.charAt(0).toUpperCase() + tier.slice(1);
}
