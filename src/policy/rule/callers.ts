import type { PolicyStatement } from './policy-document';

/** Keys of conditions that say who calls, or for whom a service calls. */
const WHO =
  /^(aws:(PrincipalArn|PrincipalAccount|PrincipalOrgID|PrincipalOrgPaths|PrincipalTag\/.+|SourceAccount|SourceArn|SourceOrgID|SourceOrgPaths|SourceVpc|SourceVpce|userid)|kms:CallerAccount|sts:ExternalId)$/i;

/** Whether a statement allows something to everybody, and no condition says to whom. */
export function isOpenToAll(statement: PolicyStatement): boolean {
  const { effect, principals, notPrincipals } = statement;
  const everybody =
    notPrincipals.length > 0 || principals.some(({ type, value }) => type !== 'Service' && value === '*');
  return effect === 'Allow' && everybody && !saysWho(statement);
}

/** Whether a condition of the statement says who calls, or for whom a service calls. */
export function saysWho(statement: PolicyStatement): boolean {
  return conditionKeys(statement).some((key) => WHO.test(key));
}

/** Keys that the conditions of a statement look at. */
export function conditionKeys({ condition }: PolicyStatement): readonly string[] {
  return Object.values(condition).flatMap((keys) => Object.keys(keys as object));
}
