import { expectAttached } from '../../rule/expect';
import { BALANCER_TYPES } from '../../rule/listeners';
import { defineRule } from '../../rule/rule';
import { notApplicable, unknown } from '../../rule/verdict';
import { ofApplication } from './application-balancer';

export const WEB_ACL = defineRule({
  id: 'WPHA-ELB-009',
  title: 'public load balancers have a web ACL',
  severity: 'high',
  pack: 'baseline',
  appliesTo: BALANCER_TYPES,
  rows: ['ELB-009'],
  maps: { checkov: ['CKV2_AWS_28'] },
  why: 'WordPress plugins are attacked within hours of a flaw, and a web ACL turns most of it away before the patch is in.',
  fix: 'Add an aws_wafv2_web_acl_association with the ARN of the load balancer.',
  check: (balancer, graph) =>
    ofApplication(balancer, () => {
      const internal = balancer.get('internal');
      if (internal.is(true)) return notApplicable();
      const associations = graph.attached(balancer, 'aws_wafv2_web_acl_association', 'resource_arn');
      if (internal.isUnclear && associations.found.length === 0) return unknown([balancer, 'internal']);
      return expectAttached(balancer, associations, 'the public load balancer has no web ACL');
    }),
});
