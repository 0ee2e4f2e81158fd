import { UserError } from '../../core/errors';
import { SUPPRESSION_KEY, suppressionProblems, type Suppression } from '../../core/suppression';
import { objectOf, textOf, type JsonObject } from '../../terraform/json';
import type { ResourceGraph } from '../model/resource-graph';
import type { RuleDescription } from '../rule/rule';
import type { AimedSuppression } from './suppression';

/** Suppressions that constructs carry. Those of one construct on several resources are one. */
export function suppressionsIn(graph: ResourceGraph): readonly AimedSuppression[] {
  return graph.resources.flatMap(({ stack, address, remarks, construct: made }) => {
    const list = objectOf(objectOf(remarks)[SUPPRESSION_KEY]).suppress;
    if (!Array.isArray(list)) return [];
    return list.map((entry: unknown, index) => {
      const place = `suppression ${index + 1} of ${address} in stack '${stack}'`;
      const { construct, ...fields } = objectOf(entry);
      const origin = typeof construct === 'string' ? construct : (made ?? address);
      return { ...checked(fields, place), address, stack, origin, writtenIn: 'construct' as const };
    });
  });
}

/**
 * Reads the content of a `policy.json`.
 *
 * @param file what messages call it
 * @throws UserError that names every problem of a suppression: a missing field, a date that is none, something unknown
 */
export function readPolicyFile(content: unknown, file: string): readonly AimedSuppression[] {
  const list = objectOf(content).suppressions;
  const strange = Object.keys(objectOf(content)).filter((name) => !['suppressions', '$schema'].includes(name));
  if (!Array.isArray(list) || strange.length > 0) {
    const got = strange.length > 0 ? `, got '${strange.join("', '")}'` : '';
    throw new UserError(`'${file}' must hold an object with a list 'suppressions' and nothing else${got}`);
  }
  return list.map((entry: unknown, index) => {
    const place = `suppression ${index + 1} in '${file}'`;
    const { address, stack, ...fields } = objectOf(entry);
    if (typeof address !== 'string' || address === '') {
      throw new UserError(`${place}: 'address' is required, a Terraform address in which '*' stands for anything`);
    }
    const aim = { address, ...(typeof stack === 'string' ? { stack } : {}) };
    return { ...checked(fields, place), ...aim, origin: file, writtenIn: 'file' as const };
  });
}

/**
 * Refuses suppressions for rules that do not exist, so that a slip of the pen suppresses nothing silently.
 *
 * @throws UserError when a suppression is for none of these rules
 */
export function checkRuleIds(
  suppressions: readonly AimedSuppression[],
  rules: readonly Pick<RuleDescription, 'id'>[],
): void {
  const strange = suppressions.find(({ rule }) => !rules.some(({ id }) => id === rule));
  if (strange === undefined) return;
  throw new UserError(
    `'rule' of a suppression in ${strange.origin} must be the id of a rule, got '${strange.rule}'; see 'wordpress-ha policy list'`,
  );
}

function checked(entry: JsonObject, place: string): Suppression {
  const problems = suppressionProblems(entry);
  if (problems.length > 0) throw new UserError(problems.map((problem) => `${place}: ${problem}`).join('\n'));
  const text = (name: string): string => textOf(entry, name) ?? '';
  const finding = textOf(entry, 'finding');
  return {
    rule: text('rule'),
    reason: text('reason'),
    owner: text('owner'),
    expires: text('expires'),
    ...(finding === undefined ? {} : { finding }),
  };
}
