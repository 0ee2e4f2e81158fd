import type { NatTopology } from '../../src/network';
import type { Attributes, Synthesized } from '../../src/testing';
import { networkJson } from './support';

const json: Readonly<Record<NatTopology, Synthesized>> = {
  none: networkJson({ nat: 'none' }),
  single: networkJson({ nat: 'single' }),
  'per-zone': networkJson({ nat: 'per-zone' }),
};

/** Names of the resources of a type that have a part in their name. */
const named = (synthesized: Synthesized, type: string, part: string) =>
  Object.keys(synthesized.resources(type)).filter((name) => name.includes(part));

/** Reference to the id of the one resource of a type that has a part in its name. */
function idOf(synthesized: Synthesized, type: string, part: string): string {
  const names = named(synthesized, type, part);
  expect(names).toHaveLength(1);
  return `\${${type}.${names[0]}.id}`;
}

const natRoutes = (synthesized: Synthesized): readonly Attributes[] =>
  synthesized.list('aws_route').filter((route) => route['nat_gateway_id'] !== undefined);

describe('routing', () => {
  test('gives only the public tier a route to the internet gateway', () => {
    const gatewayRoutes = json['per-zone'].list('aws_route').filter((route) => route['gateway_id'] !== undefined);

    expect(gatewayRoutes).toMatchObject([
      {
        destination_cidr_block: '0.0.0.0/0',
        route_table_id: idOf(json['per-zone'], 'aws_route_table', 'Routing_Public'),
      },
    ]);
  });

  test.each(['none', 'single', 'per-zone'] as const)('has a private route table in every zone with NAT %s', (nat) => {
    expect(named(json[nat], 'aws_route_table', 'Routing_Private-')).toHaveLength(2);
    expect(json[nat].count('aws_route_table_association')).toBe(6);
  });

  test('sends each zone through its own NAT gateway', () => {
    const routes = natRoutes(json['per-zone']);

    expect(json['per-zone'].count('aws_eip')).toBe(2);
    expect(routes).toMatchObject(
      ['eu-west-1a', 'eu-west-1b'].map((zone) => ({
        destination_cidr_block: '0.0.0.0/0',
        nat_gateway_id: idOf(json['per-zone'], 'aws_nat_gateway', zone),
        route_table_id: idOf(json['per-zone'], 'aws_route_table', `Routing_Private-${zone}`),
      })),
    );
  });

  test('sends all zones through the NAT gateway of the first', () => {
    const gateway = idOf(json.single, 'aws_nat_gateway', 'eu-west-1a');

    expect(json.single.count('aws_eip')).toBe(1);
    expect(natRoutes(json.single).map((route) => route['nat_gateway_id'])).toEqual([gateway, gateway]);
  });

  test('puts NAT gateways into the public tier', () => {
    expect(json.single.only('aws_nat_gateway')['subnet_id']).toBe(idOf(json.single, 'aws_subnet', 'Public-eu-west-1a'));
  });

  test('leaves the private tier without a way out when NAT is none', () => {
    expect([json.none.count('aws_nat_gateway'), json.none.count('aws_eip'), natRoutes(json.none)]).toEqual([0, 0, []]);
  });

  test('writes down that the isolated tier has no route', () => {
    const [table] = named(json['per-zone'], 'aws_route_table', 'Routing_Isolated');

    expect(json['per-zone'].resources('aws_route_table')[String(table)]).toMatchObject({ route: [] });
  });
});
