import { publicIds, SUPPRESSION_RULES, type Rule, type RuleDescription } from '../src/policy';

/** The list of rules as a document: what each wants, why, what to do, and its ids elsewhere. */
export function rulesDocument(rules: readonly Rule[]): string {
  const areas = [...new Set(rules.map(areaOf))];
  return [
    '# Rules',
    'Made by `npm run docs` from the rules themselves. `wordpress-ha policy explain ID` tells the same of one of them; how to ' +
      'accept a finding: [suppressions](suppressions.md).',
    ['| area | rules |', '| --- | --- |', ...areas.map((area) => contents(area, rules))].join('\n'),
    ...areas.flatMap((area) => [`## ${area}`, ...rules.filter((rule) => areaOf(rule) === area).map(ruleText)]),
    '## Suppressions themselves',
    'They belong to every pack and cannot be suppressed.',
    ...SUPPRESSION_RULES.map((rule) => paragraph(rule, [rule.severity])),
  ].join('\n\n');
}

function areaOf({ id }: RuleDescription): string {
  return id.split('-')[1] ?? '';
}

function contents(area: string, rules: readonly Rule[]): string {
  const own = rules.filter((rule) => areaOf(rule) === area);
  return `| [${area}](#${area.toLowerCase()}) | ${own.length} |`;
}

function ruleText(rule: Rule): string {
  const { severity, pack, appliesTo, suppressible = true, onUnknown = 'report' } = rule;
  return paragraph(rule, [
    severity,
    `pack \`${pack}\``,
    `judges ${appliesTo.map((type) => `\`${type}\``).join(', ')}`,
    ...(suppressible ? [] : ['cannot be suppressed']),
    ...(onUnknown === 'fail' ? ['fails where nobody can tell'] : []),
  ]);
}

function paragraph({ id, title, why, fix, maps }: RuleDescription, facts: readonly string[]): string {
  const same = publicIds(maps);
  return [
    `### ${id}: ${title}`,
    `${facts.join(' · ')}`,
    why,
    `**Fix**: ${fix}`,
    ...(same.length === 0 ? [] : [`Same as: ${same.join('; ')}`]),
  ].join('\n\n');
}
