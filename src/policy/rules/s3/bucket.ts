import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { expectAttached, firstOf } from '../../rule/expect';
import type { Verdict } from '../../rule/verdict';

/**
 * Judges the settings of a kind that belong to a bucket; without any the bucket itself is at fault.
 *
 * @param judge should answer with the settings as the resource at fault
 */
export function judgeAttached(
  bucket: Resource,
  graph: ResourceGraph,
  type: string,
  judge: (settings: Resource) => Verdict,
): Verdict {
  const attached = graph.attached(bucket, type, 'bucket');
  if (attached.found.length === 0) return expectAttached(bucket, attached, `no ${type} belongs to the bucket`);
  return firstOf(...attached.found.map((settings) => () => judge(settings)));
}
