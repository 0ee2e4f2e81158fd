import { expectAtLeast } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { expectZones } from '../../rule/subnets';
import { fail, pass, type Verdict } from '../../rule/verdict';
import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';

export const GROUP_ZONES = defineRule({
  id: 'WPHA-EC2-012',
  title: 'scaling groups keep two instances in two zones',
  severity: 'high',
  pack: 'production',
  appliesTo: ['aws_autoscaling_group'],
  rows: ['EC2-012'],
  maps: { fsbp: ['AutoScaling.2'] },
  why: 'With one instance or one zone the site is down for as long as another takes to boot.',
  fix: "Name subnets of two zones in 'vpc_zone_identifier' and set 'min_size' to 2 or more.",
  check: (group, graph) => [zones(group, graph), expectAtLeast(group, 'min_size', 2)],
});

function zones(group: Resource, graph: ResourceGraph): Verdict {
  const named = group.get('availability_zones');
  // groups of default subnets name the zones themselves
  if (!named.isKnown) return expectZones(group, 'vpc_zone_identifier', graph);
  const names = new Set(named.items.map(({ text }) => text));
  return names.size >= 2 ? pass() : fail([group, 'availability_zones'], "'availability_zones' names one zone");
}
