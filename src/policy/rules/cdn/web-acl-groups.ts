import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { managedGroups, rulesOf } from '../waf/web-acl-rules';

const GROUPS = ['AWSManagedRulesKnownBadInputsRuleSet', 'AWSManagedRulesAnonymousIpList'];

export const CDN_WEB_ACL_GROUPS = defineRule({
  id: 'WPHA-CDN-009',
  title: 'web ACLs of distributions know bad inputs and hidden senders',
  severity: 'medium',
  pack: 'production',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-009'],
  maps: { checkov: ['CKV2_AWS_47'] },
  why: 'Both lists cost nothing and tell most of what scans the site; what only counts is enough to see it.',
  fix: `Add ${GROUPS.join(' and ')} to the web ACL.`,
  check: (distribution, graph) => {
    const value = distribution.get('web_acl_id');
    if (value.isUnset) return notApplicable();
    const [resource] = graph.targetsOf(value).filter(({ type }) => type === 'aws_wafv2_web_acl');
    const rules = resource?.mode === 'managed' ? rulesOf(resource) : undefined;
    if (resource === undefined || rules === undefined) {
      return unknown([distribution, 'web_acl_id'], 'the rules of the web ACL are not known here');
    }
    const names = managedGroups(rules).map(({ name }) => name);
    const missing = GROUPS.filter((group) => !names.includes(group));
    const verdicts = missing.map((part): Verdict => {
      return fail([resource, 'rule'], `'${part}' is not among the rules`, { part, resource });
    });
    return verdicts.length === 0 ? pass() : verdicts;
  },
});
