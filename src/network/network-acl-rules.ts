import type { SubnetTier } from '../core/cidr';

/** One entry of a network ACL. EC2 evaluates entries by rising number and the first that matches decides. */
export interface NetworkAclRule {
  readonly ruleNo: number;
  readonly action: 'allow' | 'deny';
  readonly protocol: 'tcp' | '-1';
  readonly cidrBlock: string;
  /** First port of the destination; 0 for all protocols. */
  readonly fromPort: number;
  /** Last port of the destination; 0 for all protocols. */
  readonly toPort: number;
}

/** The entries of one network ACL. */
export interface NetworkAclRules {
  readonly ingress: readonly NetworkAclRule[];
  readonly egress: readonly NetworkAclRule[];
}

/** Ports of the isolated tier when nothing else is asked for: MySQL and NFS. */
export const DEFAULT_DATA_PORTS: readonly number[] = [3306, 2049];

/** EC2 allows 20 entries a direction; the tables need up to four besides the data ports (VPC quotas, network ACLs). */
export const MAX_DATA_PORTS = 10;

/** The web servers' port; the load balancer decrypts. */
export const WEB_PORT = 80;

const ANYWHERE = '0.0.0.0/0';

/** Source ports of clients: NAT gateways and load balancers use all from 1024, Linux only some (VPC user guide). */
const EPHEMERAL = [1024, 65535] as const;

/** Remote desktop lies among the ports that answers come in on, and is closed to the internet all the same. */
const RDP_PORT = 3389;

/**
 * The network ACLs of the three tiers.
 *
 * Network ACLs keep no connection state, so each flow has an entry for its requests and one for its answers, on both
 * sides. What they let pass: the internet to the public tier on 80 and 443, the public tier to the web servers, the
 * private tier to the internet on 80 and 443 through NAT, to itself on 443 for interface endpoints, and to the isolated
 * tier on `dataPorts`. A NAT gateway that calls out from port 3389, one connection of 64512, gets no answer and has to call
 * again. Entries refer to tiers, not subnets, so that a new zone changes none.
 */
export function networkAclRules(
  tiers: Readonly<Record<SubnetTier, string>>,
  dataPorts: readonly number[] = DEFAULT_DATA_PORTS,
): Readonly<Record<SubnetTier, NetworkAclRules>> {
  const { public: publicTier, private: privateTier, isolated } = tiers;
  return {
    public: {
      ingress: [
        allow(100, ANYWHERE, 80),
        allow(110, ANYWHERE, 443),
        // what the web servers answer to load balancers may come in on any port, also on the one that 190 closes
        allow(180, privateTier, ...EPHEMERAL),
        deny(190, ANYWHERE, RDP_PORT),
        allow(200, ANYWHERE, ...EPHEMERAL),
      ],
      egress: [allow(100, ANYWHERE, 80), allow(110, ANYWHERE, 443), allow(200, ANYWHERE, ...EPHEMERAL)],
    },
    private: {
      ingress: [
        allow(100, publicTier, WEB_PORT),
        allow(110, privateTier, 443),
        // NAT gateways keep the internet's source addresses, so 200 has to be open to all; this entry keeps it shut for
        // what stands in the public tier
        denyAll(120, publicTier),
        // what answers inside the VPC may come in on any port, also on the one that 190 closes
        allow(170, isolated, ...EPHEMERAL),
        allow(180, privateTier, ...EPHEMERAL),
        deny(190, ANYWHERE, RDP_PORT),
        allow(200, ANYWHERE, ...EPHEMERAL),
      ],
      egress: [
        allow(100, ANYWHERE, 80),
        allow(110, ANYWHERE, 443),
        ...dataPorts.map((port, index) => allow(120 + index, isolated, port)),
        allow(200, publicTier, ...EPHEMERAL),
        allow(210, privateTier, ...EPHEMERAL),
      ],
    },
    isolated: {
      ingress: dataPorts.map((port, index) => allow(100 + index, privateTier, port)),
      egress: [allow(200, privateTier, ...EPHEMERAL)],
    },
  };
}

function allow(ruleNo: number, cidrBlock: string, fromPort: number, toPort = fromPort): NetworkAclRule {
  return { ruleNo, action: 'allow', protocol: 'tcp', cidrBlock, fromPort, toPort };
}

function deny(ruleNo: number, cidrBlock: string, port: number): NetworkAclRule {
  return { ruleNo, action: 'deny', protocol: 'tcp', cidrBlock, fromPort: port, toPort: port };
}

function denyAll(ruleNo: number, cidrBlock: string): NetworkAclRule {
  return { ruleNo, action: 'deny', protocol: '-1', cidrBlock, fromPort: 0, toPort: 0 };
}
