import type { Rules, SmallNetwork, SmallRule } from './small-network';

/** A host by the number of its subnet, or an address of the internet. */
export type SmallEnd = number | 'internet';

/** One packet, with nothing left open. */
export interface SmallPacket {
  readonly from: SmallEnd;
  readonly to: SmallEnd;
  readonly source: string;
  readonly target: string;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  readonly sourcePort: number;
}

/** Ports at which small rules begin and end, and one beyond on either side. */
export const PORTS = [0, 1, 2, 3, 4, 5, 6, 7, 1023, 1024, 65_535];

/** Addresses of an end: the four of a subnet, or one in and one out of each range that small rules name. */
export function addressesOf(end: SmallEnd): readonly string[] {
  return end === 'internet'
    ? ['8.8.8.8', '93.1.1.1', '203.0.114.1']
    : [0, 1, 2, 3].map((last) => `10.0.0.${4 * end + last}`);
}

/** Whether a request arrives and, for TCP, its answer comes back: packet by packet, by the letter of the AWS documentation. */
export function arrives(network: SmallNetwork, packet: SmallPacket): boolean {
  const { from, to, source, target, protocol, port, sourcePort } = packet;
  const lets = (rules: Rules | undefined, direction: keyof Rules, peer: string, end: SmallEnd): boolean =>
    rules?.[direction].some((rule) => isAbout(rule, peer, end, protocol, port)) === true;
  if (from !== 'internet' && !lets(network.groups[from], 'egress', target, to)) return false;
  if (to !== 'internet' && !lets(network.groups[to], 'ingress', source, from)) return false;
  if (to === 'internet' && from !== 'internet' && !leads(network, from)) return false;
  if (from === 'internet' && to !== 'internet' && !(network.routes[to] === 'internet' && network.isPublic[to]))
    return false;
  const passed = aclsOnTheWay(network, from, to);
  const there = passed.every(({ subnet, outbound }) =>
    aclLets(network, subnet, outbound ? 'egress' : 'ingress', outbound ? target : source, protocol, port),
  );
  if (!there || protocol === 'udp') return there;
  return passed.every(({ subnet, outbound }) =>
    aclLets(network, subnet, outbound ? 'ingress' : 'egress', outbound ? target : source, protocol, sourcePort),
  );
}

function leads(network: SmallNetwork, from: number): boolean {
  const route = network.routes[from];
  if (route === 'nat') return network.routes[0] === 'internet';
  return route === 'internet' && network.isPublic[from] === true;
}

/** The ACLs that a request crosses; `outbound` where it leaves the subnet. */
function aclsOnTheWay(network: SmallNetwork, from: SmallEnd, to: SmallEnd): { subnet: number; outbound: boolean }[] {
  const way: { subnet: number; outbound: boolean }[] = [];
  if (from !== 'internet') way.push({ subnet: from, outbound: true });
  if (from !== 'internet' && to === 'internet' && network.routes[from] === 'nat' && from !== 0) {
    way.push({ subnet: 0, outbound: false }, { subnet: 0, outbound: true });
  }
  if (to !== 'internet') way.push({ subnet: to, outbound: false });
  return way;
}

function aclLets(
  network: SmallNetwork,
  subnet: number,
  direction: keyof Rules,
  peer: string,
  protocol: string,
  port: number,
): boolean {
  const first = network.acls[subnet]?.[direction].find((rule) => isAbout(rule, peer, 'internet', protocol, port));
  return first !== undefined && !first.deny;
}

function isAbout(rule: SmallRule, peer: string, end: SmallEnd, protocol: string, port: number): boolean {
  const peers = rule.group === undefined ? inCidr(rule.cidr, peer) : rule.group === end;
  if (!peers) return false;
  return rule.protocol === '-1' || (rule.protocol === protocol && rule.first <= port && port <= rule.last);
}

function inCidr(cidr: string, address: string): boolean {
  const [base = '', length = '0'] = cidr.split('/');
  const size = 2 ** (32 - Number(length));
  return Math.floor(numberOf(base) / size) === Math.floor(numberOf(address) / size);
}

const numbers = new Map<string, number>();

/** Looked up rather than computed: this is asked millions of times. */
function numberOf(address: string): number {
  const known = numbers.get(address);
  if (known !== undefined) return known;
  const number = address.split('.').reduce((total, part) => total * 256 + Number(part), 0);
  numbers.set(address, number);
  return number;
}
