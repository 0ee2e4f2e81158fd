import { isObject } from '../../terraform/json';
import { coversAction } from './policy-actions';
import type { PolicyStatement } from './policy-document';
import { isEverybody } from './policy-principals';

/** Whether a statement refuses these actions to everybody who comes without TLS, whatever else is true of them. */
export function deniesWithoutTls(statement: PolicyStatement, actions: readonly string[]): boolean {
  const { effect, principals, condition } = statement;
  return (
    effect === 'Deny' &&
    isEverybody(principals) &&
    isWithoutTls(condition) &&
    actions.every((action) => coversAction(statement, action))
  );
}

/** A second key would narrow the refusal. */
function isWithoutTls(condition: PolicyStatement['condition']): boolean {
  const tests = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(isObject(keys) ? keys : {}).map(([key, value]) => ({ operator, key, value })),
  );
  const [only, second] = tests;
  if (only === undefined || second !== undefined || !/^Bool(IfExists)?$/i.test(only.operator)) return false;
  const values: readonly unknown[] = Array.isArray(only.value) ? only.value : [only.value];
  return only.key.toLowerCase() === 'aws:securetransport' && values.map(String).join() === 'false';
}
