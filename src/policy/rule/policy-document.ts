import { isObject, parseObject, textOf, type JsonObject } from '../../terraform/json';
import { partsOf } from '../model/synthesis/expression';
import type { Value } from '../model/value';

/** Somebody a statement is about. */
export interface PolicyPrincipal {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`, or `*` for everybody. */
  readonly type: string;
  readonly value: string;
}

/** One statement of an IAM policy, with single values as lists. Texts may still hold expressions. */
export interface PolicyStatement {
  /** The statement's `Sid`, or its number from 1 on: what findings are told apart by. */
  readonly name: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly principals: readonly PolicyPrincipal[];
  readonly notPrincipals: readonly PolicyPrincipal[];
  /** Operators to keys to values, as written. */
  readonly condition: JsonObject;
}

/**
 * The statements of an IAM policy in an attribute.
 *
 * @returns an empty list where the attribute is not set, undefined where the document cannot be read yet
 */
export function policyStatements(value: Value): readonly PolicyStatement[] | undefined {
  if (value.isUnset) return [];
  const document = documentOf(value);
  if (document === undefined) return undefined;
  const { Statement: statements } = document;
  const list: readonly unknown[] = Array.isArray(statements) ? statements : [statements];
  return list.filter(isObject).map(statementOf);
}

function documentOf(value: Value): JsonObject | undefined {
  if (value.kind === 'known') return value.text === undefined ? undefined : parseObject(value.text);
  if (value.kind !== 'reference' || value.template === undefined) return undefined;
  const text = partsOf(value.template).map((part) => (part.kind === 'text' ? part.text : quoted(part.text)));
  return parseObject(text.join(''));
}

/** An expression as it may stand inside a text of JSON. */
function quoted(expression: string): string {
  return `\${${JSON.stringify(expression).slice(1, -1)}}`;
}

function statementOf(statement: JsonObject, index: number): PolicyStatement {
  return {
    name: textOf(statement, 'Sid') ?? String(index + 1),
    effect: statement.Effect === 'Deny' ? 'Deny' : 'Allow',
    actions: listOf(statement.Action),
    notActions: listOf(statement.NotAction),
    resources: listOf(statement.Resource),
    notResources: listOf(statement.NotResource),
    principals: principalsOf(statement.Principal),
    notPrincipals: principalsOf(statement.NotPrincipal),
    condition: isObject(statement.Condition) ? statement.Condition : {},
  };
}

function listOf(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function principalsOf(principal: unknown): readonly PolicyPrincipal[] {
  if (typeof principal === 'string') return [{ type: principal, value: principal }];
  if (!isObject(principal)) return [];
  return Object.entries(principal).flatMap(([type, values]) => listOf(values).map((value) => ({ type, value })));
}
