import type { Path } from '../model/block';
import type { Resource } from '../model/resource';
import type { ResourceGraph } from '../model/resource-graph';
import type { PolicyStatement } from './policy-document';
import { readPolicy } from './policy-source';
import { notApplicable, unknown, type Verdict } from './verdict';

/** Judges every statement of the policy in an attribute; says nothing where there is none, and cannot tell before it is known. */
export function judgeStatements(
  resource: Resource,
  path: Path,
  graph: ResourceGraph,
  judge: (statement: PolicyStatement) => Verdict,
): readonly Verdict[] {
  const statements = readPolicy(resource, path, graph);
  if (statements === undefined) return [unknown([resource, path])];
  return statements.length === 0 ? [notApplicable()] : statements.map(judge);
}
