const NAMES: Readonly<Record<string, string>> = { '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6', all: '-1' };

/** One name for an IP protocol that may be written as a number, in capitals or as `all`. */
export function protocolName(protocol: string): string {
  const given = protocol.toLowerCase();
  return Object.hasOwn(NAMES, given) ? (NAMES[given] ?? given) : given;
}
