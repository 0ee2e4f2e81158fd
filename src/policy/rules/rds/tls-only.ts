import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { expectOneOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, unknown, type Verdict } from '../../rule/verdict';
import { engineOf, isReplica, type Engine } from './engine';

/** The parameter that makes an engine refuse connections without TLS. */
const PARAMETERS: Readonly<Partial<Record<Engine, string>>> = {
  mysql: 'require_secure_transport',
  mariadb: 'require_secure_transport',
  postgres: 'rds.force_ssl',
  sqlserver: 'rds.force_ssl',
};

export const DATABASE_TLS_ONLY = defineRule({
  id: 'WPHA-RDS-011',
  title: 'databases refuse connections without TLS',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster'],
  rows: ['RDS-011'],
  maps: { checkov: ['CKV2_AWS_69'], fsbp: ['RDS.44'] },
  why: 'A client that is set up wrongly sends its password and every row in the clear, and nothing tells.',
  fix: "Set 'require_secure_transport' (PostgreSQL and SQL Server: 'rds.force_ssl') to 1 in a parameter group.",
  check: (database, graph) => {
    const engine = engineOf(database);
    if (engine === undefined) {
      return isReplica(database) || database.get('engine').isUnset ? notApplicable() : unknown([database, 'engine']);
    }
    const parameter = PARAMETERS[engine];
    return parameter === undefined ? notApplicable() : judgeGroup(database, parameter, graph);
  },
});

function judgeGroup(database: Resource, parameter: string, graph: ResourceGraph): Verdict {
  const [path, type] =
    database.type === 'aws_rds_cluster'
      ? ['db_cluster_parameter_group_name', 'aws_rds_cluster_parameter_group']
      : ['parameter_group_name', 'aws_db_parameter_group'];
  const name = database.get(path);
  if (name.isUnset) return fail([database, path], `'${path}' is not set, and the default group does not require TLS`);
  const group = graph.ofType(type).find((each) => graph.names(name, each));
  if (group === undefined) return unknown([database, path], `'${path}' names a group that is not to be seen here`);
  const parameters = group.blocks('parameter');
  const found = parameters.find((each) => each.get('name').is(parameter));
  if (found !== undefined) {
    const message = `'${parameter}' must be 1 or ON, got ${found.get('value').describe()}`;
    return expectOneOf(found, 'value', ['1', 'ON', 'on'], { message, part: parameter, resource: group });
  }
  const told = { part: parameter, resource: group };
  return parameters.some((each) => each.get('name').isUnclear)
    ? unknown([group, 'parameter'], `whether '${parameter}' is set is not known yet`, told)
    : fail([group, 'parameter'], `'${parameter}' is not set in the group`, told);
}
