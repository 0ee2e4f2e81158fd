import type { Resource } from '../../model/resource';
import { compare, type ResourceGraph } from '../../model/resource-graph';
import type { Role } from '../network/host-kinds';
import type { Host } from '../network/hosts';
import { networkOf, type Network } from '../network/network';
import type { Subnet } from '../network/subnets';
import { placeOf, type CounterExample, type Findings } from '../proof';

/** Roles that must stand in another zone when one is lost. Databases are judged by their standby. */
const SPREAD: readonly Role[] = ['load balancer', 'instance', 'endpoint', 'function'];

/** Takes away each zone in turn and looks at what is left. */
export function lostZones(graph: ResourceGraph): Findings {
  const network = networkOf(graph);
  const zones = [...new Set(network.hosts.map(({ subnet }) => zoneOf(subnet)))].toSorted(compare);
  const unclear = zones.includes('');
  const lost = zones.filter((zone) => zone !== '').flatMap((zone) => lose(zone, network));
  const statements = lost.length;
  const notes = [
    ...network.notes,
    ...(unclear ? ["subnets without a known 'availability_zone': nobody can tell what stands together"] : []),
  ];
  return { statements, counterExamples: lost.filter((each) => each !== 'holds'), notes };
}

type Statement = 'holds' | CounterExample;

function lose(zone: string, network: Network): readonly Statement[] {
  const left = network.hosts.filter(({ subnet }) => zoneOf(subnet) !== zone);
  const spread = resourcesOf(network.hosts, SPREAD).map((resource): Statement => {
    if (left.some((host) => host.resource === resource)) return 'holds';
    return counterExample(zone, resource, 'stands in this zone only', 'no subnet in another zone');
  });
  const running = left.filter(({ role }) => role === 'instance');
  return [...spread, ...running.flatMap((host) => [...wayOut(zone, host, network), ...files(zone, host, network)])];
}

/** What runs in another zone must not go out through the lost one. */
function wayOut(zone: string, { subnet, resource }: Host, network: Network): readonly Statement[] {
  return subnet.routes.flatMap(({ gateway, name }): Statement[] => {
    if (gateway === undefined) return [];
    const stands = network.gatewaySubnets.get(gateway);
    if (stands === undefined || zoneOf(stands) !== zone) return ['holds'];
    const message = `${placeOf(resource)} in zone ${zoneOf(subnet)} goes out through ${gateway.address} in zone ${zone}`;
    return [counterExample(zone, gateway, message, `${name} leads here`, placeOf(subnet.resource))];
  });
}

/** A mount target is found by the name of the client's own zone. */
function files(zone: string, { subnet, resource }: Host, network: Network): readonly Statement[] {
  const targets = network.hosts.filter(({ role }) => role === 'files');
  if (targets.length === 0) return [];
  if (targets.some((target) => zoneOf(target.subnet) === zoneOf(subnet))) return ['holds'];
  const [target] = targets;
  if (target === undefined) return [];
  const message = `${placeOf(resource)} in zone ${zoneOf(subnet)} has no mount target of its own zone`;
  return [counterExample(zone, target.resource, message, 'mount target of another zone', placeOf(subnet.resource))];
}

function counterExample(zone: string, resource: Resource, message: string, says: string, part = ''): CounterExample {
  const whole = part === '' ? `${placeOf(resource)} ${message}` : message;
  return {
    key: `zone ${zone} ${placeOf(resource)}${part === '' ? '' : ` ${part}`}`,
    message: `zone ${zone} is lost: ${whole}`,
    certain: true,
    evidence: [{ at: placeOf(resource), says }, ...(part === '' ? [] : [{ at: part, says: 'subnet that is left' }])],
  };
}

function resourcesOf(hosts: readonly Host[], roles: readonly Role[]): readonly Resource[] {
  return [...new Set(hosts.filter(({ role }) => roles.includes(role)).map(({ resource }) => resource))];
}

function zoneOf({ resource }: Subnet): string {
  return resource.get('availability_zone').text ?? resource.get('availability_zone_id').text ?? '';
}
