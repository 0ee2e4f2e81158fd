import type { Family } from './address-range';
import { Classes } from './classes';
import { PROTOCOLS, type PortRange } from './filter-rule';
import type { Network } from './network';
import { allOf, anyOf, type Opinion } from './opinion';
import { answerWay, requestWay, type End, type Packet } from './way';

/** Connections that can be made between two ends. */
export interface Flow {
  readonly from: End;
  readonly to: End;
  readonly family: Family;
  readonly protocol: number;
  readonly ports: PortRange;
  /** `unclear`: nobody can tell whether they can be made. */
  readonly opinion: 'passes' | 'unclear';
  /** One of them. */
  readonly example: Packet;
}

/** Ports that clients choose from: those of NAT gateways and load balancers, and more than Linux does (VPC user guide). */
const FIRST_CLIENT_PORT = 1024;

/** Decides over every packet of a network, one class of packets after the other. */
export class Reachability {
  readonly classes: Classes;

  constructor(private readonly network: Network) {
    this.classes = new Classes(network);
  }

  /** Every connection that can be made from one end to the other; what is not listed cannot. */
  flows(from: End, to: End): readonly Flow[] {
    return ([4, 6] as const).flatMap((family) =>
      this.classes.protocols[family].flatMap((protocol) => {
        const found = this.classes.portsOf(protocol).flatMap((ports): Flow[] => {
          const example = this.open(from, to, family, protocol, ports.first);
          return example === undefined ? [] : [{ from, to, family, protocol, ports, ...example }];
        });
        return merged(found);
      }),
    );
  }

  /**
   * A packet that opens a connection but not surely, with what is in the way; undefined when all connections work.
   *
   * @param ports of the destination
   */
  obstacle(from: End, to: End, family: Family, protocol: number, port: number): Packet | undefined {
    return this.packets(from, to, family, protocol, port).find((packet) => this.works(packet) !== 'passes');
  }

  /** Whether both ends have addresses of a family. */
  meet(from: End, to: End, family: Family): boolean {
    return [from, to].every((end) => this.classes.addressesOf(end, family).length > 0);
  }

  /** Whether a connection can be made from some port of the client; protocols without connections need no answer. */
  possible(packet: Packet): Opinion {
    const request = this.request(packet);
    if (request === 'blocked' || packet.protocol !== PROTOCOLS.tcp) return request;
    return allOf([request, anyOf(this.classes.ports.map(({ first }) => this.answer(packet, first)))]);
  }

  /** Whether a connection can be made from every port that clients use. */
  works(packet: Packet): Opinion {
    const clientPorts = this.classes.ports.filter(({ first }) => first >= FIRST_CLIENT_PORT);
    return allOf([this.request(packet), ...clientPorts.map(({ first }) => this.answer(packet, first))]);
  }

  private open(
    from: End,
    to: End,
    family: Family,
    protocol: number,
    port: number,
  ): Pick<Flow, 'opinion' | 'example'> | undefined {
    let unclear: Packet | undefined;
    for (const packet of this.packets(from, to, family, protocol, port)) {
      const opinion = this.possible(packet);
      if (opinion === 'passes') return { opinion, example: packet };
      if (opinion === 'unclear') unclear ??= packet;
    }
    return unclear === undefined ? undefined : { opinion: 'unclear', example: unclear };
  }

  private packets(from: End, to: End, family: Family, protocol: number, port: number): Packet[] {
    const sources = this.classes.addressesOf(from, family);
    const targets = this.classes.addressesOf(to, family);
    return sources.flatMap(({ first: source }) =>
      targets.map(({ first: target }): Packet => ({ from, to, family, protocol, source, target, port })),
    );
  }

  private request(packet: Packet): Opinion {
    return opinionOf(requestWay(this.network, packet));
  }

  private answer(packet: Packet, sourcePort: number): Opinion {
    return opinionOf(answerWay(this.network, packet, sourcePort));
  }
}

function* opinions(steps: Iterable<{ readonly opinion: Opinion }>): Generator<Opinion> {
  for (const { opinion } of steps) yield opinion;
}

/** Ends at the first step that blocks. */
function opinionOf(steps: Iterable<{ readonly opinion: Opinion }>): Opinion {
  return allOf(opinions(steps));
}

/** Neighbouring ports of the same opinion as one. */
function merged(flows: readonly Flow[]): readonly Flow[] {
  return flows.reduce<Flow[]>((before, flow) => {
    const last = before.at(-1);
    if (last === undefined || last.ports.last + 1 !== flow.ports.first || last.opinion !== flow.opinion)
      return [...before, flow];
    return [...before.slice(0, -1), { ...last, ports: { first: last.ports.first, last: flow.ports.last } }];
  }, []);
}
