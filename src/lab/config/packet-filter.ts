import { PARTS, type Flow, type LabModel, type Part } from '../model/lab-model';
import { addressesOf, METADATA_ADDRESS, type LabAddresses } from './addresses';

/** Starts each line that the kernel logs of a dropped packet; the pair of parts follows. */
const DROP_PREFIX = 'lab drop ';

/** Name of the counter of packets dropped between two parts. */
export function dropCounter(from: Part, to: Part): string {
  return `drop_${from}_${to}`;
}

/**
 * The packet filters of the lab as input for `nft -f`: security groups between the parts, and what a VPC gives to
 * every instance whatever its groups say (DHCP, DNS, metadata).
 *
 * Stateful as security groups are; what no flow allows is dropped without an answer, counted by pair of parts and
 * logged. Loading it again replaces what is loaded. Nodes cannot send with another's address.
 */
export function nftablesRules(model: LabModel, addresses: LabAddresses): string {
  return [table('inet', inetTable(model, addresses)), table('bridge', bridgeTable(model, addresses))].join('\n');
}

/** Declared, deleted and made: whether it was there or not, it is new afterwards, in one step. */
function table(family: string, lines: readonly string[]): string {
  return [
    `table ${family} lab`,
    `delete table ${family} lab`,
    `table ${family} lab {`,
    ...indented(lines),
    '}',
    '',
  ].join('\n');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

function inetTable({ packetFilters, instance }: LabModel, addresses: LabAddresses): string[] {
  const pairs = PARTS.flatMap((from) => PARTS.map((to) => ({ from, to }))).filter(
    ({ from, to }) => from !== to || from === 'instance',
  );
  // programs of the lab itself, and servers of one part among each other, have the bridge's first address
  const fromLab = `ip saddr ${addresses.gateway} accept`;
  return [
    ...sets(addresses),
    ...pairs.map(({ from, to }) => `counter ${dropCounter(from, to)} { }`),
    'counter drop_other { }',
    ...chain('common', [
      'ct state established,related accept',
      'ct state invalid drop',
      'ip saddr 127.0.0.0/8 ip daddr 127.0.0.0/8 accept',
      // the lab's network has no IPv6
      'meta nfproto ipv6 drop',
    ]),
    ...chain('flows', [
      ...packetFilters.map(accept),
      // inside a managed service, and between others on the internet, no group of ours applies
      ...PARTS.filter((part) => part !== 'instance').map((part) => `${between(part, part)} accept`),
      ...pairs.map(({ from, to }) => refuse(from, to)),
      `counter name drop_other limit rate 5/second log prefix "${DROP_PREFIX}other "`,
      'drop',
    ]),
    ...hook('input', ['jump common', `iifname "lo" ${fromLab}`, ...nodeServices(addresses), 'jump flows']),
    ...hook('output', ['jump common', `oifname "lo" ${fromLab}`, 'udp sport 67 udp dport 68 accept', 'jump flows']),
    ...hook('forward', ['jump common', 'jump flows']),
    ...chain('metadata_hops', [
      'type filter hook output priority mangle; policy accept;',
      `ip saddr ${METADATA_ADDRESS} tcp sport 80 ip ttl set ${instance.hopLimit}`,
    ]),
  ];
}

/** What reaches the lab from a node although no security group says so. */
function nodeServices({ bridge, gateway }: LabAddresses): string[] {
  return [
    `iifname "${bridge}" udp sport 68 udp dport 67 accept`,
    `ip saddr @instance ip daddr ${gateway} udp dport 53 accept`,
    `ip saddr @instance ip daddr ${gateway} tcp dport 53 accept`,
    `ip saddr @instance ip daddr ${METADATA_ADDRESS} tcp dport 80 accept`,
  ];
}

/** Ranges that are not the internet, whoever has their addresses: of this machine, link-local, multicast, broadcast. */
const LOCAL_RANGES = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3'] as const;

/** A set for each part, and one of all that is not the internet. */
function sets(addresses: LabAddresses): string[] {
  const all = { ...addressesOf(addresses), inside: [addresses.network, ...LOCAL_RANGES] };
  return Object.entries(all).flatMap(([name, members]) => [
    `set ${name} {`,
    '  type ipv4_addr',
    '  flags interval',
    ...(members.length === 0 ? [] : [`  elements = { ${[...new Set(members)].join(', ')} }`]),
    '}',
  ]);
}

function between(from: Part, to: Part): string {
  const named = (part: Part): string => (part === 'internet' ? '!= @inside' : `@${part}`);
  return `ip saddr ${named(from)} ip daddr ${named(to)}`;
}

function chain(name: string, rules: readonly string[]): string[] {
  return ['', `chain ${name} {`, ...indented(rules), '}'];
}

function hook(name: string, rules: readonly string[]): string[] {
  return chain(name, [`type filter hook ${name} priority filter; policy drop;`, ...rules]);
}

function accept({ from, to, ...ports }: Flow): string {
  return `${between(from, to)} ${ports.protocol} dport ${range(ports)} accept`;
}

function refuse(from: Part, to: Part): string {
  const log = `limit rate 5/second log prefix "${DROP_PREFIX}${from}>${to} "`;
  return `${between(from, to)} counter name ${dropCounter(from, to)} ${log}`;
}

function range({ fromPort, toPort }: Pick<Flow, 'fromPort' | 'toPort'>): string {
  return fromPort === toPort ? String(fromPort) : `${fromPort}-${toPort}`;
}

/**
 * Frames from one node to another never meet the rules above.
 *
 * Without states, which many kernels do not track on bridges: of an allowed flow, answers are known by their port.
 */
function bridgeTable({ packetFilters }: LabModel, { nodes }: LabAddresses): string[] {
  const flows = packetFilters.filter(({ from, to }) => from === 'instance' && to === 'instance');
  return [
    `counter ${dropCounter('instance', 'instance')} { }`,
    'counter drop_forged { }',
    ...chain('prerouting', [
      'type filter hook prerouting priority filter; policy accept;',
      ...nodes.flatMap(({ tap, mac, address }) => [
        `iifname "${tap}" ether saddr != ${mac} counter name drop_forged drop`,
        `iifname "${tap}" ip saddr != { 0.0.0.0, ${address} } counter name drop_forged drop`,
        `iifname "${tap}" arp saddr ip != { 0.0.0.0, ${address} } counter name drop_forged drop`,
      ]),
    ]),
    ...hook('forward', [
      // answered in a VPC whatever the groups say: a refused connection times out
      'ether type arp accept',
      ...flows.flatMap((flow) => ['dport', 'sport'].map((port) => `${flow.protocol} ${port} ${range(flow)} accept`)),
      `ether type ip counter name ${dropCounter('instance', 'instance')} ` +
        `limit rate 5/second log prefix "${DROP_PREFIX}instance>instance "`,
    ]),
  ];
}
