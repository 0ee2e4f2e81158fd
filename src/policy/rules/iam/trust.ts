import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { PolicyStatement } from '../../rule/policy-document';
import { readPolicy } from '../../rule/policy-source';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import type { Excess } from './allowances';

/** Judges each statement by which a role may be assumed; `undefined` for one that a rule says nothing about. */
export function judgeTrust(
  role: Resource,
  graph: ResourceGraph,
  excessOf: (statement: PolicyStatement) => readonly Excess[] | undefined,
): readonly Verdict[] {
  const statements = readPolicy(role, 'assume_role_policy', graph);
  if (statements === undefined) return [unknown([role, 'assume_role_policy'])];
  const judged = statements
    .filter(({ effect }) => effect === 'Allow')
    .map(excessOf)
    .filter((each) => each !== undefined);
  if (judged.length === 0) return [notApplicable()];
  const excess = judged.flat();
  if (excess.length === 0) return [pass()];
  return excess.map(({ part, message }) => fail([role, 'assume_role_policy'], message, { part }));
}
