import { PACKS, selectRules, type Rule } from '../../../policy';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { PolicyListOptions } from '../../options';
import { count, table } from '../../render/table';

/** Lists the rules. */
export async function policyList({ services }: Context, { pack }: PolicyListOptions): Promise<CommandResult> {
  const all = await services.policyRules();
  const rules = pack.length === 0 ? all : selectRules(all, pack).rules;
  const rows = rules.map((rule) => [rule.id, rule.severity, rule.pack, rule.title]);
  return {
    exitCode: EXIT.clean,
    text: `${table(['id', 'severity', 'pack', 'title'], rows)}\n\n${count(rules.length, 'rule')}`,
    document: { packs: PACKS, rules: rules.map(ruleDocument) },
  };
}

/** A rule as JSON. */
export function ruleDocument(rule: Rule): object {
  const {
    id,
    title,
    severity,
    pack,
    appliesTo,
    rows,
    maps,
    why,
    fix,
    suppressible = true,
    onUnknown = 'report',
  } = rule;
  const { checkov = [], fsbp = [], cis = [], trivy = [], cdkNag = [] } = maps;
  const all = { checkov, fsbp, cis, trivy, cdkNag };
  return { id, title, severity, pack, appliesTo, rows, maps: all, why, fix, suppressible, onUnknown };
}
