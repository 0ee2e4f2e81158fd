import type { Block } from '../../model/block';
import type { Resource } from '../../model/resource';

/** Filters that leave objects out, in a rule of a lifecycle. */
const FILTERS: readonly string[] = ['prefix', 'tag', 'and', 'object_size_greater_than', 'object_size_less_than'];

/** The rules of a lifecycle that are not switched off; one whose status is not known counts. */
export function activeRules(lifecycle: Resource): readonly Block[] {
  return lifecycle.blocks('rule').filter((rule) => !rule.get('status').is('Disabled'));
}

/** Whether a rule is about every object of the bucket, as far as is known. */
export function coversEveryObject(rule: Block): boolean {
  if (rule.get('prefix').isSet) return false;
  return rule.blocks('filter').every((filter) => FILTERS.every((name) => filter.get(name).isUnset));
}
