import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { and, LISTENER_TYPES, redirectsByDefault, rulesRedirect } from '../../rule/listeners';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown } from '../../rule/verdict';

export const HTTPS_LISTENER = defineRule({
  id: 'WPHA-ELB-001',
  title: 'listeners encrypt, or only send visitors to HTTPS',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: LISTENER_TYPES,
  rows: ['ELB-001', 'ELB-002'],
  maps: { checkov: ['CKV_AWS_2', 'CKV2_AWS_20'], trivy: ['AVD-AWS-0054'], fsbp: ['ELB.18', 'ELB.1'] },
  why: 'A password that is sent over plain HTTP once is known to everybody on the way.',
  fix: "Let the default action of the HTTP listener, and of its rules, redirect with 'protocol' HTTPS and 'port' 443.",
  check: (listener, graph) => {
    const protocol = listener.get('protocol');
    if (protocol.isUnclear) return unknown([listener, 'protocol']);
    // AWS takes HTTP where an application load balancer says nothing, and gateways have no protocol
    const plain = protocol.is('HTTP') || (protocol.isUnset && !isGateway(listener, graph));
    if (!plain) return protocol.isUnset ? notApplicable() : pass();
    const redirects = and([redirectsByDefault(listener), rulesRedirect(listener, graph)]);
    if (redirects === true) return pass();
    if (redirects === undefined)
      return unknown([listener, 'default_action'], 'what the HTTP listener does is not known yet');
    return fail(
      [listener, 'default_action'],
      'the listener answers over plain HTTP with more than a redirect to HTTPS',
    );
  },
});

function isGateway(listener: Resource, graph: ResourceGraph): boolean {
  return graph
    .targetsOf(listener.get('load_balancer_arn'))
    .some((each) => each.get('load_balancer_type').is('gateway'));
}
