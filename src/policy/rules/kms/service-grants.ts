import { coversAction } from '../../rule/policy-actions';
import type { PolicyStatement } from '../../rule/policy-document';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown } from '../../rule/verdict';
import { keyStatements } from './key-statements';
import { keyUsers } from './key-users';

/** What encrypts takes both; what only reads takes the second. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = { 'cloudfront.amazonaws.com': ['kms:Decrypt'] };
const WRITING = ['kms:GenerateDataKey', 'kms:Decrypt'];

export const SERVICE_GRANTS = defineRule({
  id: 'WPHA-KMS-011',
  title: 'key policies let the services in that use the key',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_kms_key'],
  rows: ['KMS-011'],
  maps: {},
  why: 'A service that may not use the key fails without a word: the alarm is raised, and nobody gets the message.',
  fix: 'Add a statement to the key policy for the service, with kms:Decrypt and kms:GenerateDataKey*.',
  check: (key, graph) => {
    const users = keyUsers(key, graph);
    if (users.length === 0) return notApplicable();
    const statements = keyStatements(key, graph);
    if (statements === undefined) return unknown([key, 'policy']);
    return users.map(({ name, user }) => {
      const granted = (ACTIONS[name] ?? WRITING).every((action) =>
        statements.some((statement) => lets(statement, name) && coversAction(statement, action)),
      );
      if (granted) return pass();
      return fail([key, 'policy'], `${name} may not use the key, which ${user.address} needs`, { part: name });
    });
  },
});

/** A service-linked role may be named by a condition, because KMS refuses principals that do not exist yet. */
function lets({ effect, principals, condition }: PolicyStatement, name: string): boolean {
  if (effect !== 'Allow') return false;
  if (name.startsWith('AWSServiceRole')) return JSON.stringify([principals, condition]).includes(name);
  const [service = ''] = name.split('.amazonaws.com');
  return principals.some(
    ({ type, value }) => type === 'Service' && value.startsWith(`${service}.`) && value.endsWith('.amazonaws.com'),
  );
}
