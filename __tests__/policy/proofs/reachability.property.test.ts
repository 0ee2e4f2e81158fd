import fc from 'fast-check';
import { PROTOCOLS } from '../../../src/policy/proofs/network/filter-rule';
import { Reachability } from '../../../src/policy/proofs/network/flows';
import { networkOf } from '../../../src/policy/proofs/network/network';
import { planned, synthesized } from '../support/configuration';
import { addressesOf, arrives, PORTS, type SmallEnd, type SmallPacket } from './support/every-packet';
import { configurationOf, smallNetwork, type SmallNetwork } from './support/small-network';

const PAIRS: readonly (readonly [SmallEnd, SmallEnd])[] = [
  ['internet', 0],
  ['internet', 2],
  [0, 'internet'],
  [1, 'internet'],
  [0, 1],
  [1, 0],
  [1, 2],
];

/** Whether some, or every, packet between two ends to a port arrives, tried one by one. */
function tried(network: SmallNetwork, packet: Pick<SmallPacket, 'from' | 'to' | 'protocol' | 'port'>) {
  const { from, to } = packet;
  const requests = addressesOf(from).flatMap((source) =>
    addressesOf(to).map((target) => ({ ...packet, source, target })),
  );
  const clientPorts = PORTS.filter((port) => port >= 1024);
  return {
    some: requests.some((each) => PORTS.some((sourcePort) => arrives(network, { ...each, sourcePort }))),
    every: requests.every((each) => clientPorts.every((sourcePort) => arrives(network, { ...each, sourcePort }))),
  };
}

test.each([
  ['synthesis', synthesized],
  ['a first plan', planned],
])('decides every packet as trying it would, from %s', (_name, modelOf) => {
  let open = 0;
  fc.assert(
    fc.property(smallNetwork, fc.constantFrom(...PAIRS), (network, [from, to]) => {
      const model = networkOf(modelOf(configurationOf(network)));
      const reachability = new Reachability(model);
      const host = (end: SmallEnd) =>
        end === 'internet' ? end : model.hosts.find(({ resource }) => resource.address === `aws_instance.i${end}`);
      const [source, target] = [host(from), host(to)];
      if (source === undefined || target === undefined) throw new Error('a host is missing');
      const flows = reachability.flows(source, target).filter(({ family }) => family === 4);

      for (const protocol of ['tcp', 'udp'] as const) {
        for (const port of PORTS) {
          const { some, every } = tried(network, { from, to, protocol, port });
          const covered = flows.some(
            (flow) => flow.protocol === PROTOCOLS[protocol] && flow.ports.first <= port && port <= flow.ports.last,
          );
          expect({ protocol, port, covered }).toEqual({ protocol, port, covered: some });
          if (protocol === 'udp') continue;
          const obstacle = reachability.obstacle(source, target, 4, PROTOCOLS.tcp, port);
          expect({ port, works: obstacle === undefined }).toEqual({ port, works: every });
          if (some) open += 1;
        }
      }
      expect(flows.every(({ opinion }) => opinion === 'passes')).toBe(true);
    }),
    { numRuns: 50, seed: 4 },
  );
  expect(open).toBeGreaterThan(20);
});
