import { parsePath, valueAt } from '../compare/attribute-path';
import { canonical } from '../compare/canonical';
import { matchesGlob } from '../../core/glob';

/** A bound: a number, or the path of the attribute of the same resource that holds it now. */
export type Bound = number | string;

/** A condition on a value; exactly one of its members. */
export interface ValueCondition {
  readonly equals?: unknown;
  readonly oneOf?: readonly unknown[];
  /** Least and most, both included. */
  readonly between?: readonly [Bound, Bound];
  /** A glob for texts. */
  readonly matches?: string;
}

/** Names of the conditions. */
export const CONDITIONS = ['equals', 'oneOf', 'between', 'matches'] as const;

/** Whether a value fulfils a condition; `resource` is where bounds that name attributes are read. */
export function fulfils(value: unknown, condition: ValueCondition, resource: unknown): boolean {
  const { between, matches, oneOf } = condition;
  if (between !== undefined) {
    const [least, most] = between.map((bound) => numberOf(bound, resource));
    return typeof value === 'number' && least !== undefined && most !== undefined && least <= value && value <= most;
  }
  if (matches !== undefined) return typeof value === 'string' && matchesGlob(matches, value);
  return (oneOf ?? [condition.equals]).some((each) => canonical(each) === canonical(value));
}

function numberOf(bound: Bound, resource: unknown): number | undefined {
  const value = typeof bound === 'number' ? bound : valueAt(resource, parsePath(bound));
  return typeof value === 'number' ? value : undefined;
}
