import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { expectAttached } from '../../rule/expect';
import { coversAction } from '../../rule/policy-actions';
import { isEverybody } from '../../rule/policy-principals';
import { readPolicy } from '../../rule/policy-source';
import { defineRule } from '../../rule/rule';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';

export const VAULT_PROTECTED = defineRule({
  id: 'WPHA-BACKUP-003',
  title: 'backup vaults refuse to delete what they hold',
  severity: 'medium',
  pack: 'production',
  appliesTo: ['aws_backup_vault'],
  rows: ['BACKUP-003'],
  maps: {},
  why: 'Whoever holds a site to ransom deletes the backups first, with the rights of an administrator.',
  fix: 'Add an aws_backup_vault_policy that denies backup:DeleteRecoveryPoint, and an aws_backup_vault_lock_configuration.',
  check: (vault, graph) => [judgePolicy(vault, graph), judgeLock(vault, graph)],
});

function judgePolicy(vault: Resource, graph: ResourceGraph): Verdict {
  const policies = graph.attached(vault, 'aws_backup_vault_policy', 'backup_vault_name');
  const [resource] = policies.found;
  if (resource === undefined) return expectAttached(vault, policies, 'no aws_backup_vault_policy belongs to the vault');
  const statements = readPolicy(resource, 'policy', graph);
  if (statements === undefined) return unknown([resource, 'policy'], undefined, { resource });
  const denies = statements.some(
    (statement) =>
      statement.effect === 'Deny' &&
      isEverybody(statement.principals) &&
      coversAction(statement, 'backup:DeleteRecoveryPoint'),
  );
  return denies ? pass() : fail([resource, 'policy'], 'everybody may delete recovery points', { resource });
}

function judgeLock(vault: Resource, graph: ResourceGraph): Verdict {
  const type = 'aws_backup_vault_lock_configuration';
  const locks = graph.attached(vault, type, 'backup_vault_name');
  const verdict = expectAttached(vault, locks, `no ${type} belongs to the vault`);
  return verdict.kind === 'pass' || verdict.kind === 'not applicable' ? verdict : { ...verdict, part: 'lock' };
}
