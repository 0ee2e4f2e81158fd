import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { expectAttached } from '../../rule/expect';
import { coversAction } from '../../rule/policy-actions';
import type { PolicyStatement } from '../../rule/policy-document';
import { allowsEverybody } from '../../rule/policy-principals';
import { readPolicy } from '../../rule/policy-source';
import { deniesWithoutTls } from '../../rule/policy-transport';
import { defineRule } from '../../rule/rule';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';

const MOUNT = ['elasticfilesystem:ClientMount'];
const ROOT = 'elasticfilesystem:ClientRootAccess';

export const FILES_TLS_ONLY = defineRule({
  id: 'WPHA-EFS-007',
  title: 'file systems refuse clients without TLS, and anonymous root',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_efs_file_system'],
  rows: ['EFS-007'],
  maps: {},
  why: 'Without a policy whoever reaches a mount target mounts everything as root, in the clear.',
  fix: 'Add an aws_efs_file_system_policy that denies everybody while aws:SecureTransport is false and lets nobody be root.',
  check: (files, graph) => {
    const policies = graph.attached(files, 'aws_efs_file_system_policy', 'file_system_id');
    const [policy] = policies.found;
    if (policy !== undefined) return judge(policy, graph);
    return expectAttached(files, policies, 'no aws_efs_file_system_policy belongs to the file system');
  },
});

function judge(resource: Resource, graph: ResourceGraph): readonly Verdict[] {
  const statements = readPolicy(resource, 'policy', graph);
  if (statements === undefined) return [unknown([resource, 'policy'], undefined, { resource })];
  const tls = statements.some((statement) => deniesWithoutTls(statement, MOUNT));
  const told = (message: string, part: string): Verdict => fail([resource, 'policy'], message, { part, resource });
  return [
    tls ? pass() : told('no statement denies everybody to mount without TLS', 'tls'),
    statements.some(letsEverybodyBeRoot) ? told('everybody may be root', 'root') : pass(),
  ];
}

function letsEverybodyBeRoot(statement: PolicyStatement): boolean {
  return allowsEverybody(statement) && coversAction(statement, ROOT);
}
