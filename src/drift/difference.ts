import type { JsonObject } from '../terraform/json';
import type { AttributePath } from './compare/attribute-path';
import type { Finding } from './finding';

/**
 * A finding that nobody has judged yet, with the values it was found in. Those may be secret: they never leave this room
 * but to be judged.
 */
export interface Difference extends Pick<
  Finding,
  'class' | 'address' | 'type' | 'action' | 'attributes' | 'detail' | 'object'
> {
  /** Where `before` and `after` differ; empty for what was added or deleted as a whole. */
  readonly paths: readonly AttributePath[];
  /** At the last apply; null for what was added outside Terraform. For a stray object this is about the object. */
  readonly before: JsonObject | null;
  /** Now, or once a pending change is applied; null for what was deleted outside Terraform. */
  readonly after: JsonObject | null;
  /** Whether the values are all that is known of the object, so that rules can judge it; a list tells only a few. */
  readonly complete: boolean;
  /** Terraform's marks of what is sensitive, of every side. */
  readonly sensitive: readonly unknown[];
}
