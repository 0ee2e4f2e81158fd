import { cidrContains, type SubnetTier } from '../../src/core/cidr';
import type { NetworkAclRule, NetworkAclRules } from '../../src/network/network-acl-rules';

/** The ACLs of all tiers. */
export type Acls = Readonly<Record<SubnetTier, NetworkAclRules>>;

/** Where one end of a connection is; the internet has no ACL. */
export interface End {
  readonly tier: SubnetTier | 'internet';
  readonly address: string;
}

/** A TCP connection; `via` is the tier of the NAT gateway that it passes. */
export interface Flow {
  readonly from: End;
  readonly to: End;
  readonly port: number;
  readonly via?: SubnetTier;
  /** Ports that the client may call from, by default those that clients choose; none where nobody waits for an answer. */
  readonly sourcePorts?: readonly number[];
}

/** Source ports that clients choose: both ends of what NAT gateways use, and Linux's first. */
const SOURCE_PORTS = [1024, 32768, 65535];

/** Whether rules let a TCP packet pass: the lowest number that matches decides, and what nothing matches is dropped. */
export function admits(rules: readonly NetworkAclRule[], peer: string, port: number): boolean {
  const match = [...rules]
    .sort((a, b) => a.ruleNo - b.ruleNo)
    .find((rule) => cidrContains(rule.cidrBlock, `${peer}/32`) && concerns(rule, port));
  return match?.action === 'allow';
}

/** Whether a connection works: its requests and, to every source port, its answers. */
export function connects(acls: Acls, { from, to, port, via, sourcePorts = SOURCE_PORTS }: Flow): boolean {
  const path: readonly (End['tier'] | undefined)[] = [from.tier, via, to.tier];
  const tiers = path.filter((tier) => tier !== undefined);
  return (
    travels(acls, tiers, from.address, to.address, port) &&
    sourcePorts.every((source) => travels(acls, [...tiers].reverse(), to.address, from.address, source))
  );
}

/** NAT gateways change addresses, but each ACL on the way sees the far end of its own side. */
function travels(acls: Acls, tiers: readonly End['tier'][], source: string, target: string, port: number): boolean {
  return tiers.every((tier, index) => {
    if (tier === 'internet') return true;
    const leaves = index === tiers.length - 1 || admits(acls[tier].egress, target, port);
    const enters = index === 0 || admits(acls[tier].ingress, source, port);
    return leaves && enters;
  });
}

function concerns(rule: NetworkAclRule, port: number): boolean {
  return rule.protocol === '-1' || (rule.fromPort <= port && port <= rule.toPort);
}
