/** The one network of a lab, inside a network namespace of its own: nothing of it is visible on the machine. */
export const LAB_NETWORK = {
  prefix: '10.77.0',
  cidr: '10.77.0.0/24',
  /** Where the lab itself acts: gateway, DHCP and DNS. */
  gateway: '10.77.0.1',
  /** Everything below amazonaws.com. */
  aws: '10.77.0.2',
  /** Whatever else instances download from, and where visitors come from. */
  internet: '10.77.0.3',
  balancer: '10.77.0.10',
  files: '10.77.0.20',
  databases: ['10.77.0.31', '10.77.0.32'],
  metadata: '169.254.169.254',
  /** Last byte of the address of the first instance; later ones follow. */
  firstInstance: 101,
  lastInstance: 199,
} as const;

/** Address of the n-th instance ever started in a lab, counted from 0. */
export function instanceAddress(index: number): string {
  return `${LAB_NETWORK.prefix}.${LAB_NETWORK.firstInstance + index}`;
}
