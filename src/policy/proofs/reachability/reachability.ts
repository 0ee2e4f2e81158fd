import type { ResourceGraph } from '../../model/resource-graph';
import type { Family } from '../network/address-range';
import { PROTOCOLS } from '../network/filter-rule';
import { Reachability, type Flow } from '../network/flows';
import { networkOf, type Network } from '../network/network';
import type { End } from '../network/way';
import type { CounterExample, Findings, Proof } from '../proof';
import { allowedFlows, type AllowedFlow } from './allowed-flows';
import { failing, roleOf, unwanted } from './counter-example';

/** Who reaches whom: security groups, network ACLs and routes together, over every packet of both families. */
export const REACHABILITY: Proof = {
  name: 'reachability',
  title: 'the site reaches what it needs, and nobody reaches anything else',
  why:
    'Security groups, network ACLs and routes are each harmless alone; only together they tell who reaches the database, ' +
    'and whether the answers come back.',
  fix: 'Take away the rule that lets it pass, or add the one that is missing; the counter-example names both sides.',
  pack: 'wordpress',
  prove: (graph: ResourceGraph): Findings => {
    const network = networkOf(graph);
    const allowed = allowedFlows(graph);
    const reachability = new Reachability(network);
    const pairs = pairsOf(network);
    const counterExamples = pairs.flatMap(([from, to]) => [
      ...reachability.flows(from, to).flatMap((flow) => outside(flow, allowed).map((each) => unwanted(network, each))),
      ...missing(reachability, network, from, to, allowed),
    ]);
    return {
      statements: statementsOf(reachability, pairs),
      counterExamples: distinct(counterExamples),
      notes: network.notes,
    };
  },
};

type Pair = readonly [from: End, to: End];

/** Every end with every other one of its VPC, and with the internet in both directions. */
function pairsOf({ hosts }: Network): readonly Pair[] {
  return hosts.flatMap((host): Pair[] => [
    ['internet', host],
    [host, 'internet'],
    ...hosts
      .filter((other) => other !== host && other.subnet.vpc === host.subnet.vpc)
      .map((other): Pair => [host, other]),
  ]);
}

/** One for each pair, family, protocol and class of ports: what was decided, one by one. */
function statementsOf(reachability: Reachability, pairs: readonly Pair[]): number {
  const { protocols } = reachability.classes;
  const ofFamily = (family: Family): number =>
    protocols[family].reduce((total, protocol) => total + reachability.classes.portsOf(protocol).length, 0);
  const counted = pairs.flatMap(([from, to]) =>
    ([4, 6] as const).filter((family) => reachability.meet(from, to, family)).map(ofFamily),
  );
  return counted.reduce((total, each) => total + each, 0);
}

/** The parts of a flow that no allowed one covers. */
function outside(flow: Flow, allowed: readonly AllowedFlow[]): readonly Flow[] {
  const ports = flow.protocol === PROTOCOLS.tcp ? allowed.filter((each) => isBetween(each, flow)) : [];
  const open = new Set(ports.flatMap((each) => each.ports));
  const bounds = [...open]
    .filter((port) => flow.ports.first <= port && port <= flow.ports.last)
    .toSorted((a, b) => a - b);
  const starts = [flow.ports.first, ...bounds.map((port) => port + 1)];
  return starts.flatMap((first, index) => {
    const last = (bounds[index] ?? flow.ports.last + 1) - 1;
    return first > last ? [] : [{ ...flow, ports: { first, last }, example: { ...flow.example, port: first } }];
  });
}

/** What must work between two ends and does not, from some address or port of the client. */
function missing(
  reachability: Reachability,
  network: Network,
  from: End,
  to: End,
  allowed: readonly AllowedFlow[],
): readonly CounterExample[] {
  const needed = allowed.filter((each) => each.mustWork && isBetween(each, { from, to }));
  if (from === 'internet' && to !== 'internet' && to.publicAddress === 'blocked') return [];
  if (!reachability.meet(from, to, 4)) return [];
  return needed.flatMap(({ ports, why }) =>
    ports.flatMap((port) => {
      const packet = reachability.obstacle(from, to, 4, PROTOCOLS.tcp, port);
      return packet === undefined ? [] : [failing(network, packet, why)];
    }),
  );
}

function isBetween(allowed: AllowedFlow, { from, to }: { readonly from: End; readonly to: End }): boolean {
  return allowed.from === roleOf(from) && allowed.to === roleOf(to);
}

/** Two subnets of one resource with the same mistake are one counter-example. */
function distinct(found: readonly CounterExample[]): readonly CounterExample[] {
  return [...new Map(found.toReversed().map((each) => [each.key, each])).values()].toReversed();
}
