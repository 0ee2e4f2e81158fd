import { isObject } from '../../../terraform/json';
import { computed, listOf, objectOfNodes, UNSET, type Node } from '../node';
import type { Target } from '../target';
import { itemOf, memberOf, referencesOf, type Expressions } from './expressions';

/** A place in a planned resource: its value, Terraform's marks on it, and what the configuration says. */
export interface PlannedPlace {
  readonly value: unknown;
  readonly unknown: unknown;
  readonly sensitive: unknown;
  readonly expressions: Expressions;
}

/** Finds the resources that references mean. */
export type Resolver = (references: readonly string[]) => readonly Target[];

/**
 * The node of a place in a plan.
 *
 * An unknown place with no expression is unset: nobody said anything, the provider will choose.
 */
export function planNode(place: PlannedPlace, resolve: Resolver): Node {
  const { value, unknown, sensitive, expressions } = place;
  const targets = (): readonly Target[] => resolve(referencesOf(expressions));
  if (unknown === true) return unknownNode(place, targets());
  if (sensitive === true) return isNothing(value) ? UNSET : { kind: 'sensitive', targets: targets() };
  if (Array.isArray(value) || Array.isArray(unknown)) return listNode(place, resolve);
  if (isObject(value) || isObject(unknown))
    return isNothing(value) && isNothing(unknown) ? emptyNode(value) : objectNode(place, resolve);
  if (isNothing(value)) return UNSET;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'known', value, targets: targets() };
  }
  return UNSET;
}

function unknownNode({ sensitive, expressions }: PlannedPlace, targets: readonly Target[]): Node {
  if (expressions.candidates.length === 0) {
    return expressions.sure ? UNSET : computed('what a dynamic block will hold');
  }
  if (sensitive === true) return { kind: 'sensitive', targets };
  return computed('what is known only after apply', targets);
}

function emptyNode(value: unknown): Node {
  return isObject(value) ? objectOfNodes([]) : UNSET;
}

function listNode({ value, unknown, sensitive, expressions }: PlannedPlace, resolve: Resolver): Node {
  const values: readonly unknown[] = Array.isArray(value) ? value : [];
  const marks: readonly unknown[] = Array.isArray(unknown) ? unknown : [];
  const count = Math.max(values.length, marks.length);
  const items = Array.from({ length: count }, (_, index) =>
    planNode(
      {
        value: values[index],
        unknown: marks[index],
        sensitive: at(sensitive, index),
        expressions: itemOf(expressions, values[index], count),
      },
      resolve,
    ),
  );
  const list = listOf(items);
  const reported = expressions.sure && expressions.candidates.length === 0;
  return list.kind === 'list' && reported ? { ...list, reported } : list;
}

function objectNode({ value, unknown, sensitive, expressions }: PlannedPlace, resolve: Resolver): Node {
  const values = isObject(value) ? value : {};
  const marks = isObject(unknown) ? unknown : {};
  const names = [...new Set([...Object.keys(values), ...Object.keys(marks)])];
  return objectOfNodes(
    names.map((name) => [
      name,
      planNode(
        {
          value: values[name],
          unknown: marks[name],
          sensitive: at(sensitive, name),
          expressions: memberOf(expressions, name),
        },
        resolve,
      ),
    ]),
  );
}

function at(marks: unknown, key: string | number): unknown {
  if (marks === true) return true;
  if (Array.isArray(marks)) return marks[Number(key)];
  return isObject(marks) ? marks[key] : undefined;
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return value !== false;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
