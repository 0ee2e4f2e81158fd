import { textOf } from '../../terraform/json';
import type { Finding } from '../finding';
import type { LiveResource } from '../plan/plan-reader';
import type { Change } from './attribute-change';
import { TYPE_EVENTS } from './type-events';

/** Attributes that name a resource of any type. */
const NAMES = ['id', 'arn', 'name'];

/**
 * What to look up for a finding.
 *
 * @param resource the resource at the finding's address, as it is now or, when it was deleted, as it was
 */
export function changeOf(finding: Finding, resource: Pick<LiveResource, 'values'> | undefined): Change {
  const { type, attributes, object } = finding;
  const known = [...(TYPE_EVENTS[type]?.known ?? []), ...NAMES].map((name) => textOf(resource?.values ?? {}, name));
  const ids = [...(object === undefined ? [] : [object.id]), ...known].filter((id) => id !== undefined && id !== '');
  return {
    type,
    kind: finding.class === 'deleted' ? 'deleted' : object === undefined ? 'changed' : 'added',
    paths: attributes.map(({ path }) => path),
    identifiers: [...new Set(ids as readonly string[])],
  };
}
