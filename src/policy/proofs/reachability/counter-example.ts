import { formatAddress } from '../network/address-range';
import { hasPorts, PROTOCOLS } from '../network/filter-rule';
import type { Flow } from '../network/flows';
import type { Role } from '../network/host-kinds';
import type { Network } from '../network/network';
import { answerWay, requestWay, type End, type Packet, type Step } from '../network/way';
import { placeOf, type CounterExample, type Evidence } from '../proof';

/** What an end is. */
export function roleOf(end: End): Role {
  return end === 'internet' ? end : end.role;
}

/** Shows a connection that can be made and should not. */
export function unwanted(network: Network, { example, ports, opinion }: Flow): CounterExample {
  const range = ports.first === ports.last ? `${ports.first}` : `${ports.first}-${ports.last}`;
  const what = nameOf(example, range);
  const may = opinion === 'passes' ? 'can reach' : 'may reach';
  return {
    key: `${placeOfEnd(example.from)} -> ${placeOfEnd(example.to)} ${what}`,
    message: `${titleOf(example.from)} ${may} ${titleOf(example.to)} by ${what}, which nothing needs`,
    certain: opinion === 'passes',
    evidence: [...endsOf(example), ...told([...requestWay(network, example)])],
  };
}

/** Shows a connection that is needed and does not work. */
export function failing(network: Network, packet: Packet, why: string): CounterExample {
  const what = nameOf(packet, String(packet.port));
  const ways = [[...requestWay(network, packet)], ...answersOf(network, packet)];
  const stopped = ways.flat().find(({ opinion }) => opinion === 'blocked');
  const way = ways.find((steps) => steps.some(({ opinion }) => opinion !== 'passes')) ?? [];
  const fails = stopped === undefined ? 'may not reach' : 'does not reach';
  return {
    key: `${placeOfEnd(packet.from)} -> ${placeOfEnd(packet.to)} ${what} needed`,
    message: `${titleOf(packet.from)} ${fails} ${titleOf(packet.to)} by ${what}, which is needed for ${why}`,
    certain: stopped !== undefined,
    evidence: [...endsOf(packet), ...told(way)],
  };
}

/** The ways of answers to the ports of clients at which they are decided. */
function answersOf(network: Network, packet: Packet): readonly (readonly Step[])[] {
  return [1024, 32_768, 65_535].map((port) =>
    [...answerWay(network, packet, port)].map((step) => ({ ...step, at: `answer to port ${port}, ${step.at}` })),
  );
}

function told(steps: readonly Step[]): readonly Evidence[] {
  const words = { passes: 'lets it pass', blocked: 'blocks it', unclear: 'nobody can tell' };
  return steps.map(({ opinion, at, by }) => ({ at, says: `${words[opinion]}: ${by}` }));
}

function endsOf({ from, to, family, source, target }: Packet): readonly Evidence[] {
  return [
    { at: placeOfEnd(from), says: `source, ${formatAddress(family, source)}${subnetOf(from)}` },
    { at: placeOfEnd(to), says: `destination, ${formatAddress(family, target)}${subnetOf(to)}` },
  ];
}

function subnetOf(end: End): string {
  return end === 'internet' ? '' : ` in ${end.subnet.resource.address}`;
}

function placeOfEnd(end: End): string {
  return end === 'internet' ? end : placeOf(end.resource);
}

function titleOf(end: End): string {
  return end === 'internet' ? 'the internet' : `${end.role} ${placeOf(end.resource)}`;
}

function nameOf({ family, protocol }: Packet, ports: string): string {
  const [name = `protocol ${protocol}`] = Object.entries(PROTOCOLS).flatMap(([each, number]) =>
    number === protocol ? [each] : [],
  );
  const kind = protocol === PROTOCOLS.icmp || protocol === PROTOCOLS.icmpv6 ? `${name} type` : name;
  return `${hasPorts(protocol) ? `${kind} ${ports}` : name} over IPv${family}`;
}
