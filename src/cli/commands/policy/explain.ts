import leven from 'leven';
import { UserError } from '../../../core/errors';
import type { Rule, RuleMaps } from '../../../policy';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { Style } from '../../render/style';
import { ruleDocument } from './list';

const SETS: Readonly<Record<keyof RuleMaps, string>> = {
  checkov: 'Checkov',
  fsbp: 'AWS FSBP',
  cis: 'CIS AWS',
  trivy: 'Trivy',
  cdkNag: 'cdk-nag',
};

/**
 * Explains one rule.
 *
 * @throws UserError when no rule has the id; the message names the nearest one
 */
export async function policyExplain({ style, services }: Context, id: string): Promise<CommandResult> {
  const rules = await services.policyRules();
  const rule = rules.find((each) => each.id === id.toUpperCase());
  if (rule === undefined) throw new UserError(unknownId(id, rules));
  return { exitCode: EXIT.clean, text: explanation(rule, style), document: ruleDocument(rule) };
}

function unknownId(id: string, rules: readonly Rule[]): string {
  const [nearest] = rules.map((rule) => rule.id).toSorted((left, right) => leven(left, id) - leven(right, id));
  return `'${id}' is the id of no rule; did you mean '${nearest ?? ''}'? see 'wordpress-ha policy list'`;
}

function explanation(rule: Rule, style: Style): string {
  const { id, title, severity, pack, appliesTo, maps, why, fix, suppressible = true } = rule;
  const kinds = Object.keys(SETS) as (keyof RuleMaps)[];
  const same = kinds.flatMap((kind) => (maps[kind]?.length ? [`${SETS[kind]} ${maps[kind].join(', ')}`] : []));
  return [
    `${style('strong', id)}  ${title}`,
    `${severity}, in pack ${pack}; judges ${appliesTo.join(', ')}`,
    '',
    `Why: ${why}`,
    `Fix: ${fix}`,
    ...(same.length === 0 ? [] : [`Same as: ${same.join('; ')}`]),
    ...(suppressible ? [] : ['It cannot be suppressed.']),
  ].join('\n');
}
