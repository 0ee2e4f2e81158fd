import type { ResourceGraph } from '../../model/resource-graph';
import type { Value } from '../../model/value';
import { defineRule } from '../../rule/rule';
import { subnetsOf, zonesOf, type Zones } from '../../rule/subnets';
import { fail, notApplicable, pass, unknown } from '../../rule/verdict';

export const MOUNT_TARGETS = defineRule({
  id: 'WPHA-EFS-008',
  title: 'instances have the shared files in their own zone',
  severity: 'high',
  pack: 'wordpress',
  appliesTo: ['aws_efs_file_system'],
  rows: ['EFS-008'],
  maps: {},
  why: 'Instances that mount across zones lose the files when another zone fails, and pay for every byte until then.',
  fix: 'Add an aws_efs_mount_target in a subnet of every zone that the Auto Scaling groups use.',
  check: (files, graph) => {
    // kept in one zone on purpose
    if (files.get('availability_zone_name').isSet) return notApplicable();
    const groups = graph.ofType('aws_autoscaling_group').map((group) => group.get('vpc_zone_identifier'));
    if (groups.length === 0) return notApplicable();
    const { found, unclear } = graph.attached(files, 'aws_efs_mount_target', 'file_system_id');
    const used = zones(groups, graph);
    const served = zones(
      found.map((target) => target.get('subnet_id')),
      graph,
    );
    const missing = [...used.names].filter((zone) => !served.names.has(zone)).toSorted();
    if (served.unclear || used.unclear || (missing.length > 0 && unclear.length > 0)) {
      return unknown([files, []], 'the zones of instances and mount targets are not all known', { part: 'zones' });
    }
    if (missing.length === 0) return pass();
    return fail([files, []], `instances run in ${missing.join(', ')} without a mount target there`, { part: 'zones' });
  },
});

function zones(values: readonly Value[], graph: ResourceGraph): Zones {
  const named = values.filter((value) => value.isSet).map((value) => subnetsOf(value, graph));
  const all = zonesOf(named.flatMap(({ subnets }) => subnets));
  return { names: all.names, unclear: all.unclear || named.some(({ complete }) => !complete) };
}
