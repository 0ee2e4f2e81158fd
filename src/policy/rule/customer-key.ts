import type { Path } from '../model/block';
import type { Resource } from '../model/resource';
import type { ResourceGraph } from '../model/resource-graph';
import type { Value } from '../model/value';
import { fail, pass, unknown, type Verdict, type VerdictDetail } from './verdict';

/** How AWS names the keys that it manages, in an alias or its ARN. */
const MANAGED_BY_AWS = /(^|:)alias\/aws\//;

/**
 * The attribute must name a key of the account, whose policy and rotation the account decides on.
 *
 * A key id says nothing about who manages the key, so a known one passes.
 */
export function expectCustomerKey(
  resource: Resource,
  path: Path,
  graph: ResourceGraph,
  detail: VerdictDetail = {},
): Verdict {
  const value = resource.get(path);
  const name = resource.pathOf(path);
  if (value.isUnset) return fail([resource, path], `'${name}' is not set, so a key that AWS manages is used`, detail);
  if (isManagedByAws(value, graph)) {
    return fail([resource, path], `'${name}' is a key that AWS manages`, detail);
  }
  if (value.isKnown || value.targets.length > 0) return pass();
  return unknown([resource, path], undefined, detail);
}

function isManagedByAws(value: Value, graph: ResourceGraph): boolean {
  if (MANAGED_BY_AWS.test(value.text ?? '')) return true;
  // how others look the key up: data "aws_kms_alias" by name, data "aws_kms_key" by id, which may be an alias
  const lookedUp = graph.targetsOf(value).filter(({ mode }) => mode === 'data');
  return lookedUp.some((data) => ['name', 'key_id'].some((path) => MANAGED_BY_AWS.test(data.get(path).text ?? '')));
}
