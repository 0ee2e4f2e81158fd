import type { Family } from './address-range';
import type { Host } from './hosts';
import { aclOpinion } from './network-acl';
import { matches, type Sight } from './filter-rule';
import type { Network } from './network';
import type { Opinion } from './opinion';
import { routeTo, type Route } from './routes';
import type { Direction } from './security-group-rules';
import type { Subnet } from './subnets';

/** One end of a connection. */
export type End = Host | 'internet';

/** One packet that opens a connection. */
export interface Packet {
  readonly from: End;
  readonly to: End;
  readonly family: Family;
  readonly protocol: number;
  readonly source: bigint;
  readonly target: bigint;
  /** Port of the destination, or type of the ICMP message. */
  readonly port: number;
}

/** What one thing on the way says. */
export interface Step {
  readonly opinion: Opinion;
  /** What it is: `security group of the source, egress`. */
  readonly at: string;
  /** The rule, entry or route that decides, or that there is none. */
  readonly by: string;
}

/** What a request passes, in order; the steps behind one that blocks are not worth a look. */
export function* requestWay(network: Network, packet: Packet): Generator<Step> {
  const { from, to, port } = packet;
  if (from !== 'internet') yield groupStep(network, packet, from, 'egress');
  yield* between(network, packet, port, 'request');
  if (to !== 'internet') yield groupStep(network, packet, to, 'ingress');
}

/** What the answer passes; security groups know the connection and let it pass, ACLs don't. */
export function* answerWay(network: Network, packet: Packet, sourcePort: number): Generator<Step> {
  yield* between(network, packet, sourcePort, 'answer');
}

type Leg = 'request' | 'answer';

function* between(network: Network, packet: Packet, port: number, leg: Leg): Generator<Step> {
  const { from, to, family, target, source } = packet;
  if (from !== 'internet' && to !== 'internet') {
    if (from.subnet === to.subnet) return;
    yield aclStep(from.subnet, leg === 'request' ? 'egress' : 'ingress', packet, target, port);
    yield aclStep(to.subnet, leg === 'request' ? 'ingress' : 'egress', packet, source, port);
  } else if (to !== 'internet') {
    if (leg === 'request') yield* publicSteps(to, family, source);
    yield aclStep(to.subnet, leg === 'request' ? 'ingress' : 'egress', packet, source, port);
  } else if (from !== 'internet') {
    yield aclStep(from.subnet, leg === 'request' ? 'egress' : 'ingress', packet, target, port);
    yield* outwards(network, packet, from, port, leg);
  }
}

/** From a host to the internet: straight, or through a NAT gateway whose subnet has an ACL too. */
function* outwards(network: Network, packet: Packet, from: Host, port: number, leg: Leg): Generator<Step> {
  const { family, target, source } = packet;
  const route = routeTo(from.subnet.routes, family, target);
  if (leg === 'request') yield routeStep(from.subnet, route, from, family);
  if (route?.by !== 'NAT gateway') return;
  const subnet = route.gateway === undefined ? undefined : network.gatewaySubnets.get(route.gateway);
  if (subnet === undefined) {
    yield { opinion: 'unclear', at: 'NAT gateway', by: `${route.name} leads to one that is not known here` };
    return;
  }
  const onwards = routeTo(subnet.routes, family, target);
  const open = onwards?.by === 'internet gateway' ? 'passes' : onwards?.by === 'unclear' ? 'unclear' : 'blocked';
  if (leg === 'request') yield { opinion: open, at: 'route of the NAT gateway', by: onwards?.name ?? 'no route' };
  const [inner, outer] = leg === 'request' ? (['ingress', 'egress'] as const) : (['egress', 'ingress'] as const);
  if (subnet !== from.subnet) yield aclStep(subnet, inner, packet, source, port);
  yield aclStep(subnet, outer, packet, target, port);
}

/** From the internet to a host: it needs a public address and a route to the internet gateway. */
function* publicSteps(host: Host, family: Family, source: bigint): Generator<Step> {
  const at = 'address of the destination';
  if (family === 4) yield { opinion: host.publicAddress, at, by: 'whether it is public' };
  const route = routeTo(host.subnet.routes, family, source);
  const open = route?.by === 'internet gateway' ? 'passes' : route?.by === 'unclear' ? 'unclear' : 'blocked';
  yield { opinion: open, at: `route of ${host.subnet.resource.address}`, by: route?.name ?? 'no route' };
}

function routeStep(subnet: Subnet, route: Route | undefined, from: Host, family: Family): Step {
  const at = `route of ${subnet.resource.address}`;
  if (route === undefined) return { opinion: 'blocked', at, by: 'no route' };
  const { by, name } = route;
  if (by === 'unclear') return { opinion: 'unclear', at, by: name };
  if (by === 'internet gateway' && family === 4) return { opinion: from.publicAddress, at, by: name };
  return { opinion: by === 'NAT gateway' && family === 6 ? 'blocked' : 'passes', at, by: name };
}

function aclStep(subnet: Subnet, direction: Direction, packet: Packet, address: bigint, port: number): Step {
  const at = `network ACL of ${subnet.resource.address}, ${direction}`;
  if (subnet.acl === undefined) return { opinion: 'unclear', at, by: 'which one it is is not known' };
  const { family, protocol } = packet;
  const { opinion, by } = aclOpinion(subnet.acl[direction], { family, address, groups: [], protocol, port });
  return { opinion, at, by };
}

function groupStep(network: Network, packet: Packet, host: Host, direction: Direction): Step {
  const at = `security group of the ${direction === 'egress' ? 'source' : 'destination'}, ${direction}`;
  if (host.groups === undefined) return { opinion: 'unclear', at, by: 'which one it is is not known' };
  const far = direction === 'egress' ? packet.to : packet.from;
  const sight: Sight = {
    family: packet.family,
    address: direction === 'egress' ? packet.target : packet.source,
    groups: far === 'internet' ? [] : far.groups,
    protocol: packet.protocol,
    port: packet.port,
  };
  const about = host.groups
    .flatMap((group) => network.rules.of(group, direction))
    .map((rule) => ({ rule, about: matches(rule, sight) }));
  const best = about.find((each) => each.about === true) ?? about.find((each) => each.about === 'unclear');
  if (best === undefined) return { opinion: 'blocked', at, by: 'no rule lets it pass' };
  return { opinion: best.about === true ? 'passes' : 'unclear', at, by: best.rule.name };
}
