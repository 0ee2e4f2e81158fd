import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { PolicyStatement } from '../../rule/policy-document';
import { readPolicy } from '../../rule/policy-source';

/** The statements of a key's policy, wherever it is written; undefined where some cannot be read yet. */
export function keyStatements(key: Resource, graph: ResourceGraph): readonly PolicyStatement[] | undefined {
  const { found, unclear } = graph.attached(key, 'aws_kms_key_policy', 'key_id');
  const documents = [key, ...found].map((holder) => readPolicy(holder, 'policy', graph));
  if (unclear.length > 0 || documents.includes(undefined)) return undefined;
  return documents.flatMap((statements) => statements ?? []);
}
