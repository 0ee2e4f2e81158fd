import type { Resources } from '../../support/configuration';

/** A VPC of two zones: public subnets behind an internet gateway, private ones behind a NAT gateway of their own zone. */
export function network(changes: Resources = {}): Resources {
  return { ...NETWORK, ...changes };
}

export const EVERYWHERE = '0.0.0.0/0';

export const PUBLIC_ROUTE = {
  route_table_id: '${aws_route_table.public.id}',
  destination_cidr_block: EVERYWHERE,
  gateway_id: '${aws_internet_gateway.main.id}',
};

export const SUBNETS = {
  public_a: subnet('a', '10.0.0.0/24'),
  public_b: subnet('b', '10.0.1.0/24'),
  private_a: subnet('a', '10.0.2.0/24'),
  private_b: subnet('b', '10.0.3.0/24'),
};

const NETWORK: Resources = {
  aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
  aws_internet_gateway: { main: { vpc_id: '${aws_vpc.main.id}' } },
  aws_subnet: SUBNETS,
  aws_nat_gateway: {
    a: { subnet_id: '${aws_subnet.public_a.id}' },
    b: { subnet_id: '${aws_subnet.public_b.id}' },
  },
  aws_route_table: {
    public: { vpc_id: '${aws_vpc.main.id}' },
    private_a: privateTable('a'),
    private_b: privateTable('b'),
  },
  aws_route: { public: PUBLIC_ROUTE },
  aws_route_table_association: Object.fromEntries(
    Object.keys(SUBNETS).map((name) => {
      const table = name.startsWith('public') ? 'public' : name;
      return [name, { subnet_id: `\${aws_subnet.${name}.id}`, route_table_id: `\${aws_route_table.${table}.id}` }];
    }),
  ),
};

function subnet(zone: string, range: string) {
  return { vpc_id: '${aws_vpc.main.id}', cidr_block: range, availability_zone: `eu-west-1${zone}` };
}

function privateTable(zone: string) {
  return {
    vpc_id: '${aws_vpc.main.id}',
    route: [{ cidr_block: EVERYWHERE, nat_gateway_id: `\${aws_nat_gateway.${zone}.id}` }],
  };
}
