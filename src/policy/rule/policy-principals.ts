import { isObject } from '../../terraform/json';
import type { PolicyPrincipal, PolicyStatement } from './policy-document';

/**
 * Condition keys that tell callers apart: with a fixed value of one of them S3 calls a policy not public (S3 user guide,
 * 'The meaning of "public"'); the others are those of AWS Organizations, of callers and of KMS.
 */
const LIMITING_KEYS: readonly string[] = [
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceIp',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:SourceOwner',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:userid',
  'kms:CallerAccount',
  'kms:ViaService',
  's3:DataAccessPointAccount',
  's3:DataAccessPointArn',
].map((key) => key.toLowerCase());

/** Operators that hold only for a caller who has the key; those that end in `IfExists` let everybody else in. */
const LIMITING_OPERATOR =
  /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress)$/i;

/** Values that limit nobody. */
const ANYTHING = /^([*?]*|0\.0\.0\.0\/0|::\/0)$/;

/** Whether principals are everybody, anonymous callers included. */
export function isEverybody(principals: readonly PolicyPrincipal[]): boolean {
  return principals.some(({ type, value }) => value === '*' && (type === '*' || type === 'AWS'));
}

/** Whether a statement allows everybody something, without a condition that says who. */
export function allowsEverybody({ effect, principals, notPrincipals, condition }: PolicyStatement): boolean {
  const everybody = isEverybody(principals) || notPrincipals.length > 0;
  return effect === 'Allow' && everybody && !Object.entries(condition).some(limits);
}

function limits([operator, keys]: [string, unknown]): boolean {
  if (!LIMITING_OPERATOR.test(operator) || !isObject(keys)) return false;
  return Object.entries(keys).some(([key, values]) => {
    const list: readonly unknown[] = Array.isArray(values) ? values : [values];
    return LIMITING_KEYS.includes(key.toLowerCase()) && !list.map(String).some((value) => ANYTHING.test(value));
  });
}
