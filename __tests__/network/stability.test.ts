import type { NatTopology, NetworkProps } from '../../src/network';
import { networkJson } from './support';

/** Lists that grow in place. */
const GROWING = ['subnet_ids', 'route_table_ids'];

type Resources = Readonly<Record<string, unknown>>;

/** Every resource by address, without the lists that may grow. */
function resources(props: Partial<NetworkProps>): Resources {
  const byType = networkJson(props).json['resource'] as Record<string, Record<string, Record<string, unknown>>>;
  const entries = Object.entries(byType).flatMap(([type, named]) =>
    Object.entries(named).map(([name, attributes]) => {
      const kept = Object.entries(attributes).filter(([key]) => !GROWING.includes(key));
      return [`${type}.${name}`, Object.fromEntries(kept)] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/** Addresses that are gone or differ in `after`. */
const changed = (before: Resources, after: Resources) =>
  Object.keys(before).filter((address) => JSON.stringify(before[address]) !== JSON.stringify(after[address]));

const two = ['eu-west-1a', 'eu-west-1b'];

describe('changes of a network', () => {
  test.each(['none', 'single', 'per-zone'] as const)('a third zone changes nothing with NAT %s', (nat: NatTopology) => {
    const before = resources({ nat, availabilityZones: two, interfaceEndpoints: ['ssm'] });
    const after = resources({ nat, availabilityZones: [...two, 'eu-west-1c'], interfaceEndpoints: ['ssm'] });

    expect(changed(before, after)).toEqual([]);
    expect(Object.keys(after).length).toBeGreaterThan(Object.keys(before).length);
  });

  test('a third zone between the others changes nothing with NAT in every zone', () => {
    const before = resources({ availabilityZones: ['eu-west-1a', 'eu-west-1c'] });
    const after = resources({ availabilityZones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] });

    expect(changed(before, after)).toEqual([]);
  });

  test('a NAT gateway in every zone only turns the route of the second zone', () => {
    const before = resources({ nat: 'single', availabilityZones: two });
    const after = resources({ nat: 'per-zone', availabilityZones: two });

    expect(changed(before, after)).toEqual([
      expect.stringMatching(/^aws_route\.Network_Routing_PrivateToInternet-eu-west-1b_/),
    ]);
  });

  test('the first NAT gateway only takes the place of interface endpoints', () => {
    const before = resources({ nat: 'none', availabilityZones: two });
    const after = resources({ nat: 'single', availabilityZones: two });

    expect(changed(before, after).filter((address) => !address.includes('Network_Endpoints_'))).toEqual([]);
  });
});
