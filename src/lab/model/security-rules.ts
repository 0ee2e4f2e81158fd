import { cidrContains } from '../../core/cidr';
import type { Flow, Part } from './lab-model';

/** A range of ports of one protocol. */
export interface Ports {
  readonly protocol: Flow['protocol'];
  readonly fromPort: number;
  readonly toPort: number;
}

/** Where a rule lets traffic go to or come from. */
export type Peer =
  | { readonly type: 'group'; readonly groupId: string }
  | { readonly type: 'range'; readonly cidr: string }
  /** A list that AWS keeps: of its own services for egress, of CloudFront's servers for ingress. */
  | { readonly type: 'prefix-list' };

/** One rule of a security group. */
export interface SecurityRule {
  readonly direction: 'ingress' | 'egress';
  readonly groupId: string;
  readonly peer: Peer;
  readonly ports: readonly Ports[];
}

/** A part of the site as security groups see it. */
export interface Endpoint {
  readonly part: Part;
  /** Its security groups; undefined for what has none, which may send and take anything. */
  readonly groupIds: readonly string[] | undefined;
  /** Addresses it may have. */
  readonly cidrs: readonly string[];
}

/** Every address: what is outside of the VPC. */
export const ANYWHERE = '0.0.0.0/0';

const ALL_PORTS: readonly Ports[] = (['tcp', 'udp'] as const).map((protocol) => ({
  protocol,
  fromPort: 0,
  toPort: 65_535,
}));

/** The ports of a rule's protocol, `-1` being every one; none for protocols that have no ports. */
export function portsOf(protocol: string, fromPort: number, toPort: number): readonly Ports[] {
  if (protocol === '-1') return ALL_PORTS;
  return protocol === 'tcp' || protocol === 'udp' ? [{ protocol, fromPort, toPort }] : [];
}

/** The flows between endpoints that both the client's egress and the server's ingress allow; AWS itself calls nobody. */
export function allowedFlows(endpoints: readonly Endpoint[], rules: readonly SecurityRule[]): Flow[] {
  const clients = endpoints.filter(({ part }) => part !== 'aws');
  return clients.flatMap((from) =>
    endpoints
      .filter((to) => from.groupIds !== undefined || to.groupIds !== undefined)
      .flatMap((to) => {
        const sent = allowedPorts('egress', from, to, rules);
        const taken = allowedPorts('ingress', to, from, rules);
        return merged(sent.flatMap((a) => taken.flatMap((b) => common(a, b) ?? []))).map((ports) => ({
          from: from.part,
          to: to.part,
          ...ports,
        }));
      }),
  );
}

function allowedPorts(
  direction: SecurityRule['direction'],
  own: Endpoint,
  peer: Endpoint,
  rules: readonly SecurityRule[],
): readonly Ports[] {
  const { groupIds } = own;
  if (groupIds === undefined) return ALL_PORTS;
  return rules
    .filter((rule) => rule.direction === direction && groupIds.includes(rule.groupId) && covers(rule, peer))
    .flatMap(({ ports }) => ports);
}

/** A range must hold every address of the peer: what only some of its instances may do, the part may not. */
function covers({ peer, direction }: SecurityRule, { part, groupIds, cidrs }: Endpoint): boolean {
  if (peer.type === 'group') return groupIds?.includes(peer.groupId) === true;
  if (peer.type === 'prefix-list') return part === (direction === 'egress' ? 'aws' : 'internet');
  return cidrs.length > 0 && cidrs.every((cidr) => cidrContains(peer.cidr, cidr));
}

function common(a: Ports, b: Ports): Ports | undefined {
  const fromPort = Math.max(a.fromPort, b.fromPort);
  const toPort = Math.min(a.toPort, b.toPort);
  return a.protocol === b.protocol && fromPort <= toPort ? { protocol: a.protocol, fromPort, toPort } : undefined;
}

/** Ranges that touch or overlap become one. */
function merged(all: readonly Ports[]): Ports[] {
  const ordered = [...all].sort((a, b) => a.protocol.localeCompare(b.protocol) || a.fromPort - b.fromPort);
  return ordered.reduce<Ports[]>((kept, next) => {
    const last = kept.at(-1);
    if (last === undefined || last.protocol !== next.protocol || next.fromPort > last.toPort + 1)
      return [...kept, next];
    return [...kept.slice(0, -1), { ...last, toPort: Math.max(last.toPort, next.toPort) }];
  }, []);
}
