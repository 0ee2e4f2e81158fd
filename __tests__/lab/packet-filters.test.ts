import { block, blocks, defaultAssembly, defaultModel, ENVIRONMENTS, type Block } from './support/assemblies';
import type { Flow } from '../../src/lab/model/lab-model';
import { readLabModel } from '../../src/lab/model/read-lab-model';

const TYPES = ['aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule'] as const;

function text({ from, to, protocol, fromPort, toPort }: Flow): string {
  return `${from} > ${to} ${protocol} ${fromPort === toPort ? fromPort : `${fromPort}-${toPort}`}`;
}

/** The rules of an environment between parts of the lab: those of the function that makes the database user are not. */
function rulesOf(name: (typeof ENVIRONMENTS)[number]): (readonly [string, string, string])[] {
  const assembly = defaultAssembly(name);
  return ['data', 'web'].flatMap((stack) =>
    TYPES.flatMap((type) =>
      Object.entries(blocks(assembly, stack, type))
        .filter(([, rule]) => !JSON.stringify(rule).includes('aws_security_group.DatabaseUser'))
        .map(([id]) => [stack, type, id] as const),
    ),
  );
}

const WITHOUT_TLS = [
  'balancer > instance tcp 80',
  'instance > aws tcp 443',
  'instance > aws tcp 80',
  // by way of its public address
  'instance > balancer tcp 80',
  'instance > database tcp 3306',
  'instance > files tcp 2049',
  'instance > internet tcp 443',
  'instance > internet tcp 80',
  'internet > balancer tcp 80',
];

describe('packet filters of the default environments', () => {
  it.each([
    ['development', WITHOUT_TLS],
    ['staging', [...WITHOUT_TLS, 'instance > balancer tcp 443', 'internet > balancer tcp 443']],
    ['production', [...WITHOUT_TLS, 'instance > balancer tcp 443', 'internet > balancer tcp 443']],
  ] as const)('let in %s pass what the site needs and nothing else', (name, flows) => {
    expect(defaultModel(name).packetFilters.map(text).sort()).toEqual([...flows].sort());
  });
});

describe.each(ENVIRONMENTS)('each security group rule of %s', (name) => {
  const before = defaultModel(name).packetFilters.map(text);

  it.each(rulesOf(name))('is needed: without %s: %s.%s a flow is gone, and none is new', (stack, type, id) => {
    const assembly = defaultAssembly(name);
    delete blocks(assembly, stack, type)[id];

    const after = readLabModel(assembly).packetFilters.map(text);

    expect(after.length).toBeLessThan(before.length);
    expect(before).toEqual(expect.arrayContaining(after));
  });

  it.each(rulesOf(name))('counts with its port: %s: %s.%s for another port is none for this one', (stack, type, id) => {
    const assembly = defaultAssembly(name);
    Object.assign(blocks(assembly, stack, type)[id] ?? {}, { from_port: 9, to_port: 9 });

    const after = readLabModel(assembly).packetFilters.map(text);

    expect(before.every((flow) => after.includes(flow))).toBe(false);
  });
});

describe('a rule', () => {
  const flowsWith = (change: (fleetEgress: Block, assembly: ReturnType<typeof defaultAssembly>) => void): string[] => {
    const assembly = defaultAssembly('development');
    const egress = blocks(assembly, 'web', TYPES[1]);
    const found = Object.entries(egress).find(([id]) => id.startsWith('Fleet_ToInternet443'))?.[1] ?? {};
    change(found, assembly);
    return readLabModel(assembly).packetFilters.map(text);
  };

  it('for every protocol counts for every port of TCP and UDP', () => {
    const flows = flowsWith((rule) =>
      Object.assign(rule, { ip_protocol: '-1', from_port: undefined, to_port: undefined }),
    );

    expect(flows).toEqual(
      expect.arrayContaining(['instance > internet tcp 0-65535', 'instance > internet udp 0-65535']),
    );
  });

  it('for a protocol without ports counts for none', () => {
    const flows = flowsWith((rule) => Object.assign(rule, { ip_protocol: 'icmp', from_port: -1, to_port: -1 }));

    expect(flows).not.toContain('instance > internet tcp 443');
  });

  it('for a list of prefixes counts for AWS only', () => {
    const flows = flowsWith((rule) => Object.assign(rule, { cidr_ipv4: undefined, prefix_list_id: 'pl-0a' }));

    expect(flows).toContain('instance > aws tcp 443');
    expect(flows).not.toContain('instance > internet tcp 443');
  });

  it('for a range that holds only some of the addresses of a part does not count for it', () => {
    const flows = flowsWith((rule) => Object.assign(rule, { cidr_ipv4: '10.0.0.0/8' }));

    expect(flows).not.toContain('instance > internet tcp 443');
  });

  it('for the own group lets nodes reach each other, as soon as both ends have one', () => {
    const flows = flowsWith((rule, assembly) => {
      const group = rule.security_group_id;
      Object.assign(rule, { cidr_ipv4: undefined, referenced_security_group_id: group });
      const ingress = { ip_protocol: 'tcp', from_port: 443, to_port: 443, security_group_id: group };
      blocks(assembly, 'web', TYPES[0]).Own = { ...ingress, referenced_security_group_id: group };
    });

    expect(flows).toContain('instance > instance tcp 443');
  });

  it('that stands inside of a group is refused, because it would be missed', () => {
    const assembly = defaultAssembly('development');
    Object.assign(Object.values(blocks(assembly, 'data', 'aws_security_group'))[1] ?? {}, { ingress: [] });

    expect(() => readLabModel(assembly)).toThrow('holds rules in a form that the lab does not read');
  });
});

it('takes for a file system only the groups that all of its mount targets have', () => {
  const assembly = defaultAssembly('production');
  const [first] = Object.values(blocks(assembly, 'data', 'aws_efs_mount_target'));
  Object.assign(first ?? {}, { security_groups: ['sg-another'] });

  expect(readLabModel(assembly).packetFilters.filter(({ to }) => to === 'files')).toEqual([]);
  expect(block(assembly, 'data', 'aws_efs_file_system')).toBeDefined();
});
