import fc from 'fast-check';
import type { JsonObject } from '../../../../src/terraform/json';

/** One rule of a filter. Addresses are of 10.0.0.0/28, of which subnet n has the four from 4n on. */
export interface SmallRule {
  readonly deny: boolean;
  readonly cidr: string;
  /** Number of a group that is meant instead of addresses; only in security groups. */
  readonly group: number | undefined;
  readonly protocol: 'tcp' | 'udp' | '-1';
  readonly first: number;
  readonly last: number;
}

export interface Rules {
  readonly ingress: readonly SmallRule[];
  readonly egress: readonly SmallRule[];
}

/** Three subnets with a host each, small enough to try every packet. */
export interface SmallNetwork {
  /** Rules of the group that the host in each subnet is in. */
  readonly groups: readonly Rules[];
  /** The ACL of each subnet. */
  readonly acls: readonly Rules[];
  /** Where the default route of each subnet leads; the NAT gateway stands in subnet 0. */
  readonly routes: readonly ('internet' | 'nat' | 'none')[];
  /** Whether each host has a public address. */
  readonly isPublic: readonly boolean[];
}

const CIDRS = [
  '0.0.0.0/0',
  '8.0.0.0/8',
  '10.0.0.0/28',
  '10.0.0.0/29',
  '10.0.0.4/30',
  '10.0.0.5/32',
  '10.0.0.8/30',
  '93.0.0.0/9',
];
const SUBNETS = [0, 1, 2];

const ports: fc.Arbitrary<readonly [number, number]> = fc.oneof(
  fc.constant([0, 65_535] as const),
  fc.constant([1024, 65_535] as const),
  fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
);

const rule = (withGroups: boolean): fc.Arbitrary<SmallRule> =>
  fc
    .record({
      deny: withGroups ? fc.constant(false) : fc.boolean(),
      cidr: fc.constantFrom(...CIDRS),
      group: withGroups ? fc.option(fc.constantFrom(...SUBNETS), { nil: undefined }) : fc.constant(undefined),
      protocol: fc.constantFrom('tcp', 'tcp', 'udp', '-1'),
      ports,
    })
    .map(({ ports: [first, last], ...rest }): SmallRule => ({ ...rest, first, last }));

/** Lets everything pass that comes to it; without it in most lists hardly any packet would arrive. */
const OPEN: SmallRule = { deny: false, cidr: '0.0.0.0/0', group: undefined, protocol: '-1', first: 0, last: 65_535 };

const rules = (withGroups: boolean, most: number): fc.Arbitrary<Rules> => {
  const list = fc
    .tuple(fc.array(rule(withGroups), { maxLength: most }), fc.integer({ min: 0, max: 3 }))
    .map(([own, open]) => (open === 0 ? own : [...own, OPEN]));
  return fc.record({ ingress: list, egress: list });
};

const perSubnet = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: 3, maxLength: 3 });

export const smallNetwork: fc.Arbitrary<SmallNetwork> = fc.record({
  groups: perSubnet(rules(true, 3)),
  acls: perSubnet(rules(false, 4)),
  routes: perSubnet(fc.constantFrom('internet', 'internet', 'nat', 'none')),
  isPublic: perSubnet(fc.boolean()),
});

/** The network as Terraform JSON. */
export function configurationOf({ groups, acls, routes, isPublic }: SmallNetwork): JsonObject {
  const resource: Record<string, Record<string, JsonObject>> = {};
  const add = (type: string, name: string, body: JsonObject): void => {
    (resource[type] ??= {})[name] = body;
  };
  add('aws_vpc', 'v', { cidr_block: '10.0.0.0/28' });
  add('aws_internet_gateway', 'g', { vpc_id: '${aws_vpc.v.id}' });
  add('aws_nat_gateway', 'n', { subnet_id: '${aws_subnet.s0.id}' });
  for (const index of SUBNETS) {
    add('aws_subnet', `s${index}`, { vpc_id: '${aws_vpc.v.id}', cidr_block: `10.0.0.${4 * index}/30` });
    add('aws_network_acl', `a${index}`, {
      vpc_id: '${aws_vpc.v.id}',
      subnet_ids: [`\${aws_subnet.s${index}.id}`],
      ingress: acls[index]?.ingress.map(aclEntry),
      egress: acls[index]?.egress.map(aclEntry),
    });
    add('aws_security_group', `g${index}`, { vpc_id: '${aws_vpc.v.id}' });
    for (const direction of ['ingress', 'egress'] as const) {
      groups[index]?.[direction].forEach((each, number) =>
        add(`aws_vpc_security_group_${direction}_rule`, `r${index}-${number}`, {
          security_group_id: `\${aws_security_group.g${index}.id}`,
          ...groupRule(each),
        }),
      );
    }
    const to = {
      internet: { gateway_id: '${aws_internet_gateway.g.id}' },
      nat: { nat_gateway_id: '${aws_nat_gateway.n.id}' },
    };
    const route = routes[index] ?? 'none';
    const list = route === 'none' ? [] : [{ cidr_block: '0.0.0.0/0', ...to[route] }];
    add('aws_route_table', `t${index}`, { vpc_id: '${aws_vpc.v.id}', route: list });
    add('aws_route_table_association', `t${index}`, {
      subnet_id: `\${aws_subnet.s${index}.id}`,
      route_table_id: `\${aws_route_table.t${index}.id}`,
    });
    add('aws_instance', `i${index}`, {
      subnet_id: `\${aws_subnet.s${index}.id}`,
      vpc_security_group_ids: [`\${aws_security_group.g${index}.id}`],
      associate_public_ip_address: isPublic[index],
    });
  }
  return { resource };
}

function aclEntry({ deny, cidr, protocol, first, last }: SmallRule, index: number): JsonObject {
  const ports = protocol === '-1' ? { from_port: 0, to_port: 0 } : { from_port: first, to_port: last };
  return { rule_no: 100 + index, action: deny ? 'deny' : 'allow', cidr_block: cidr, protocol, ...ports };
}

function groupRule({ group, cidr, protocol, first, last }: SmallRule): JsonObject {
  const peer =
    group === undefined ? { cidr_ipv4: cidr } : { referenced_security_group_id: `\${aws_security_group.g${group}.id}` };
  return { ip_protocol: protocol, ...peer, ...(protocol === '-1' ? {} : { from_port: first, to_port: last }) };
}
