import { spawnSync } from 'node:child_process';
import { ADDRESSES, defaultAssembly, blocks, defaultModel, ENVIRONMENTS } from './support/assemblies';
import { mayFilterPackets } from './support/installed';
import { opened } from './support/probe';
import { dropCounter, nftablesRules } from '../../src/lab/config/packet-filter';
import { PARTS, type Part } from '../../src/lab/model/lab-model';
import { readLabModel } from '../../src/lab/model/read-lab-model';

/** Addresses that a probe sends from and to, by part; from a node to the other node. */
const SOURCES: Readonly<Record<Part, string>> = {
  internet: '198.51.100.2',
  balancer: ADDRESSES.balancer,
  instance: '10.77.0.101',
  database: ADDRESSES.databases[0],
  files: ADDRESSES.files,
  aws: ADDRESSES.aws,
};
const TARGETS = { ...SOURCES, instance: '10.77.0.102' };
const PORTS = [22, 80, 443, 2049, 3306, 8080] as const;

function probe(from: Part, to: Part, port: number): string {
  return `${from} ${SOURCES[from]} ${to} ${TARGETS[to]} ${port}`;
}

describe('nftablesRules', () => {
  const text = nftablesRules(defaultModel('production'), ADDRESSES);

  it('drops what no flow allows, counted by pair of parts', () => {
    expect(text.match(/policy drop;/g)).toHaveLength(4);
    expect(text).toContain(`counter name ${dropCounter('internet', 'database')} `);
  });

  it('has a line less for each flow that is not allowed', () => {
    const assembly = defaultAssembly('production');
    const egress = blocks(assembly, 'web', 'aws_vpc_security_group_egress_rule');
    for (const id of Object.keys(egress).filter((each) => each.startsWith('Fleet_ToDatabase'))) delete egress[id];
    const line = 'ip saddr @instance ip daddr @database tcp dport 3306 accept';

    expect(text).toContain(line);
    expect(nftablesRules(readLabModel(assembly), ADDRESSES)).not.toContain(line);
  });

  it('lets answers of the metadata service go as far as the launch template says', () => {
    const model = defaultModel('production');
    const far = { ...model, instance: { ...model.instance, hopLimit: 2 } };

    expect(text).toContain('ip saddr 169.254.169.254 tcp sport 80 ip ttl set 1');
    expect(nftablesRules(far, ADDRESSES)).toContain('ip ttl set 2');
  });

  it('replaces what is loaded', () => {
    expect(text).toContain('table inet lab\ndelete table inet lab\ntable inet lab {');
  });
});

const checkable = mayFilterPackets();

(checkable ? test : test.skip).each(ENVIRONMENTS)('the kernel takes the packet filters of %s', (name) => {
  const { stderr, status } = spawnSync('unshare', ['-n', 'nft', '-c', '-f', '-'], {
    input: nftablesRules(defaultModel(name), ADDRESSES),
    encoding: 'utf8',
  });

  expect(stderr).toBe('');
  expect(status).toBe(0);
});

(checkable ? test : test.skip)(
  'packets pass between the parts exactly where a flow allows it',
  () => {
    const production = defaultModel('production');
    const between = { from: 'instance', to: 'instance', protocol: 'tcp', fromPort: 8080, toPort: 8080 } as const;
    const model = { ...production, packetFilters: [...production.packetFilters, between] };
    const pairs = PARTS.flatMap((from) => PARTS.map((to) => [from, to] as const)).filter(
      ([from, to]) => from !== to || from === 'instance',
    );
    const probes = pairs.flatMap(([from, to]) => PORTS.map((port) => probe(from, to, port)));

    const { open, counted } = opened(nftablesRules(model, ADDRESSES), probes);

    const allowed = model.packetFilters.flatMap(({ from, to, fromPort }) => probe(from, to, fromPort));
    expect(open.sort()).toEqual(allowed.sort());
    expect(counted).toEqual(
      expect.arrayContaining([dropCounter('internet', 'database'), dropCounter('instance', 'instance')]),
    );
  },
  60_000,
);

(checkable ? test : test.skip)(
  'a node reaches its name server and its metadata, and nothing by a forged address',
  () => {
    const node = 'node 10.77.0.101';
    const forged = '10.77.0.77';
    const probes = [
      `${node} names ${ADDRESSES.gateway} 53`,
      `${node} metadata 169.254.169.254 80`,
      `${node} lab ${ADDRESSES.gateway} 80`,
      `${node} metadata 169.254.169.254 443`,
      `forged ${forged} aws ${ADDRESSES.aws} 443`,
      `lab ${ADDRESSES.gateway} database ${ADDRESSES.databases[0]} 3306`,
    ];

    const { open, counted } = opened(nftablesRules(defaultModel('production'), ADDRESSES), probes);

    expect(open.sort()).toEqual([probes[5], probes[1], probes[0]].sort());
    expect(counted).toContain('drop_forged');
  },
  60_000,
);
