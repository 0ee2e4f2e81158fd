import type { Resource } from '../../model/resource';
import { BALANCER_TYPES } from '../../rule/listeners';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { managedRuleGroups } from '../../rule/web-acl';

const WANTED = ['AWSManagedRulesKnownBadInputsRuleSet', 'AWSManagedRulesAnonymousIpList'];

export const WEB_ACL_RULE_GROUPS = defineRule({
  id: 'WPHA-ELB-010',
  title: 'the web ACL of a load balancer knows bad inputs and anonymous addresses',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: BALANCER_TYPES,
  rows: ['ELB-010'],
  maps: { checkov: ['CKV2_AWS_76'] },
  why: 'Requests that are known attacks, and those that come through anonymisers, are most of what a site never wants.',
  fix: 'Add both managed rule groups to the web ACL; AnonymousIpList may count only, where readers use a VPN.',
  check: (balancer, graph) => {
    const { found } = graph.attached(balancer, 'aws_wafv2_web_acl_association', 'resource_arn');
    if (found.length === 0) return notApplicable();
    return found.flatMap((association) => {
      const acls = graph.targetsOf(association.get('web_acl_arn')).filter(({ type }) => type === 'aws_wafv2_web_acl');
      if (acls.length > 0) return acls.flatMap(judge);
      return [unknown([association, 'web_acl_arn'], 'the web ACL is not known here', { resource: association })];
    });
  },
});

function judge(acl: Resource): readonly Verdict[] {
  const { names, unclear } = managedRuleGroups(acl);
  return WANTED.map((name) => {
    const detail = { part: name, resource: acl };
    if (names.has(name)) return pass();
    if (unclear) return unknown([acl, 'rule'], `whether ${name} is in it is not known yet`, detail);
    return fail([acl, 'rule'], `${name} is not in it`, detail);
  });
}
