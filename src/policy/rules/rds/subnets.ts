import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { expectFalse } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { expectZones, subnetsOf } from '../../rule/subnets';
import { fail, notApplicable, unknown, type Verdict } from '../../rule/verdict';
import { isReplica } from './engine';

export const DATABASE_SUBNETS = defineRule({
  id: 'WPHA-RDS-019',
  title: 'databases lie in private subnets of two zones',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster'],
  rows: ['RDS-019'],
  maps: { fsbp: ['RDS.18'] },
  why: 'Without a subnet group of its own a database lands in the default network, whose subnets are all public.',
  fix: "Set 'db_subnet_group_name' to an aws_db_subnet_group with private subnets of two availability zones.",
  check: (database, graph) => {
    // a replica in the same region lies where its source does
    if (isReplica(database)) return notApplicable();
    const path = 'db_subnet_group_name';
    const name = database.get(path);
    if (name.isUnset) return fail([database, path], `'${path}' is not set, so the default network is used`);
    const group = graph.ofType('aws_db_subnet_group').find((each) => graph.names(name, each));
    if (group === undefined) return unknown([database, path], `'${path}' names a group that is not to be seen here`);
    return [expectZones(group, 'subnet_ids', graph, { resource: group }), ...judgePublic(group, graph)];
  },
});

/** What hands out public addresses is a public subnet, whatever it is called. */
function judgePublic(group: Resource, graph: ResourceGraph): readonly Verdict[] {
  const { subnets } = subnetsOf(group.get('subnet_ids'), graph);
  return subnets.map((subnet) =>
    expectFalse(subnet, 'map_public_ip_on_launch', {
      message: `${subnet.address} hands out public addresses`,
      part: subnet.address,
      resource: group,
    }),
  );
}
