import { objectOf } from '../../../terraform/json';
import type { PolicyStatement } from '../../rule/policy-document';
import { defineRule } from '../../rule/rule';
import type { Excess } from './allowances';
import { judgeTrust } from './trust';

/** People who log in are told apart by other claims. */
const FOR_PEOPLE = /cognito-identity|accounts\.google|graph\.facebook|www\.amazon/;

export const PIPELINE_IDENTITY = defineRule({
  id: 'WPHA-IAM-014',
  title: 'roles for pipelines name audience and repository',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_iam_role'],
  rows: ['IAM-014'],
  maps: { checkov: ['CKV_AWS_393'] },
  why: 'Every repository of the world gets a token of the same provider; only these claims tell yours from theirs.',
  fix: "Add StringEquals for the claim 'aud', and StringEquals or StringLike for 'sub' with owner and repository.",
  suppressible: false,
  check: (role, graph) =>
    judgeTrust(role, graph, (statement) => {
      const federated = statement.principals.filter(
        ({ type, value }) => type === 'Federated' && !FOR_PEOPLE.test(value),
      );
      const web = statement.actions.some((action) => /^sts:(AssumeRoleWithWebIdentity|\*)$|^\*$/i.test(action));
      return web && federated.length > 0 ? missingClaims(statement) : undefined;
    }),
});

function missingClaims(statement: PolicyStatement): readonly Excess[] {
  return ['aud', 'sub']
    .filter((claim) => !claimed(statement, claim).some(isNarrow))
    .map((claim) => ({
      part: claim,
      message: `statement '${statement.name}' does not say which '${claim}' it accepts`,
    }));
}

/** The values that a claim must have, by whichever operator that compares texts. */
function claimed({ condition }: PolicyStatement, claim: string): readonly (readonly string[])[] {
  const operators = Object.entries(condition).filter(([operator]) =>
    /^(ForAnyValue:)?String(Equals|Like)/.test(operator),
  );
  return operators
    .flatMap(([, keys]) => Object.entries(objectOf(keys)))
    .filter(([key]) => key.endsWith(`:${claim}`))
    .map(([, values]) => (Array.isArray(values) ? values : [values]).map(String));
}

/** A wildcard must not stand where the owner does: `*`, `repo:*`, `repo:my*`. */
function isNarrow(values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => /^[^*?]+$|^[^*?]+[/:][^*?/:]+\/.*$/.test(value));
}
