import type { IgnoredBy, FindingClass } from '../finding';
import type { ValueCondition } from './value-condition';

/**
 * Takes what it names out of the exit code for a while.
 *
 * It never takes out a deletion unless `class` is `deleted`, nor anything critical unless `severity` is `critical`.
 */
export interface IgnoreRule extends IgnoredBy {
  /** Glob of Terraform addresses; `*` stands for any characters. */
  readonly address: string;
  /**
   * Stack by name.
   *
   * @default - every stack
   */
  readonly stack?: string;
  /**
   * Class of findings.
   *
   * @default - every class but `deleted`
   */
  readonly class?: FindingClass;
  /**
   * Path of an attribute, such as `tags.LastPatched`; covers what lies below it.
   *
   * @default - everything about the resource
   */
  readonly attribute?: string;
  /**
   * Glob of the id of what was added outside Terraform, such as `tcp 22 from *`.
   *
   * @default - every object
   */
  readonly object?: string;
  /**
   * What the value found now has to be; needs `attribute`.
   *
   * @default - any value
   */
  readonly when?: ValueCondition;
  /** Names that the rule is meant for critical findings too. */
  readonly severity?: 'critical';
}
