import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { unknown } from '../../rule/verdict';
import { ruleName, rulesOf } from './web-acl-rules';

const PATH = 'visibility_config.cloudwatch_metrics_enabled';

export const WAF_METRICS = defineRule({
  id: 'WPHA-WAF-005',
  title: 'web ACLs and their rules are measured',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_wafv2_web_acl'],
  rows: ['WAF-005'],
  maps: { fsbp: ['WAF.12'] },
  why: 'A rule that suddenly blocks a tenth of all visitors is seen in its metric first, or in the sales of the week.',
  fix: "Set 'cloudwatch_metrics_enabled' to true in 'visibility_config' of the web ACL and of each rule.",
  check: (acl) => {
    const rules = rulesOf(acl);
    const own = expectTrue(acl, PATH);
    if (rules === undefined) return own.kind === 'pass' ? unknown([acl, 'rule']) : own;
    return [own, ...rules.map((rule) => expectTrue(rule, PATH, { part: ruleName(rule) }))];
  },
});
