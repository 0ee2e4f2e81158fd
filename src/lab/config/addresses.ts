import type { Part } from '../model/lab-model';

/** One instance of the lab and its port on the bridge. */
export interface LabNode {
  /** Name in the balancer and in reports, such as `n1`. */
  readonly name: string;
  readonly mac: string;
  readonly address: string;
  /** Network interface of the host's side, such as `tap1`. */
  readonly tap: string;
}

/** Where everything is: one network namespace, a bridge that holds the parts' addresses, and the nodes on its ports. */
export interface LabAddresses {
  /** Name of the bridge. */
  readonly bridge: string;
  /** Range of all addresses below, in CIDR notation; what is outside of it is the internet. */
  readonly network: string;
  /** DHCP, DNS and default route of the nodes. */
  readonly gateway: string;
  readonly balancer: string;
  /** The two databases; which of them serves is a matter of DNS. */
  readonly databases: readonly [string, string];
  readonly files: string;
  /** The TLS front of AWS's services. */
  readonly aws: string;
  readonly nodes: readonly LabNode[];
}

/** Where the metadata service and nothing else answers. Source: Amazon EC2 user guide, "Access instance metadata". */
export const METADATA_ADDRESS = '169.254.169.254';

/** The addresses by which packet filters know each part; visitors and package mirrors have any address outside. */
export function addressesOf(addresses: LabAddresses): Readonly<Record<Exclude<Part, 'internet'>, readonly string[]>> {
  const { balancer, databases, files, aws, nodes } = addresses;
  return {
    balancer: [balancer],
    instance: nodes.map(({ address }) => address),
    database: databases,
    files: [files],
    aws: [aws],
  };
}
