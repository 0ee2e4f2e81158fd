import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { INGRESS_TYPES, ingressOf, isWorld } from '../../rule/group-rules';
import { BALANCER_TYPES, listenerRulesOf, listenersOf } from '../../rule/listeners';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';

export const ORIGIN_LOCK_DOWN = defineRule({
  id: 'WPHA-ELB-015',
  title: 'load balancers behind CloudFront answer CloudFront only',
  severity: 'high',
  pack: 'baseline',
  appliesTo: BALANCER_TYPES,
  rows: ['ELB-015'],
  maps: {},
  why: 'Whoever reaches the load balancer past CloudFront is past its web ACL, its cache and its limits too.',
  fix: 'Let in only the prefix list of CloudFront, and forward only requests with a header that CloudFront alone knows.',
  check: (balancer, graph) => {
    const origins = originsOf(balancer, graph);
    if (origins.length === 0) return notApplicable();
    return [...judgeIngress(balancer, graph), ...judgeHeader(balancer, graph)];
  },
});

/** Distributions whose origin the load balancer is. */
function originsOf(balancer: Resource, graph: ResourceGraph): readonly Resource[] {
  return graph
    .referencesTo(balancer)
    .filter(({ from, attribute }) => from.type === 'aws_cloudfront_distribution' && attribute === 'origin.domain_name')
    .map(({ from }) => from);
}

function judgeIngress(balancer: Resource, graph: ResourceGraph): readonly Verdict[] {
  const groups = graph.targetsOf(balancer.get('security_groups'));
  const rules = graph.ofType(...INGRESS_TYPES).flatMap((holder) =>
    ingressOf(holder, graph)
      .filter((rule) => rule.groups.some((group) => groups.includes(group)))
      .flatMap((rule) => rule.ranges.map((range) => ({ holder, rule, range }))),
  );
  const verdicts = rules.flatMap(({ holder, rule, range: { attribute, value } }): readonly Verdict[] => {
    const detail = { part: 'ingress', resource: holder };
    if (value.isUnclear) return [unknown([rule.settings, attribute], undefined, detail)];
    if (!isWorld(value)) return [];
    return [fail([rule.settings, attribute], `${value.text ?? ''} reaches the load balancer past CloudFront`, detail)];
  });
  return verdicts.length === 0 ? [pass()] : verdicts;
}

/** What forwards must do so in a rule that asks for a header. */
function judgeHeader(balancer: Resource, graph: ResourceGraph): readonly Verdict[] {
  return listenersOf(balancer, graph).flatMap((listener) => [
    judgeActions(listener, 'default_action'),
    ...listenerRulesOf(listener, graph)
      .found.filter((rule) => !asksForHeader(rule))
      .map((rule) => judgeActions(rule, 'action')),
  ]);
}

function judgeActions(holder: Resource, actions: string): Verdict {
  const types = holder.blocks(actions).map((action) => action.get('type'));
  const detail = { part: 'header', resource: holder };
  if (types.some((type) => type.isKnown && !type.is('redirect', 'fixed-response'))) {
    return fail([holder, actions], 'forwards requests that carry no header of CloudFront', detail);
  }
  return types.some((type) => type.isUnclear) ? unknown([holder, actions], undefined, detail) : pass();
}

function asksForHeader(rule: Resource): boolean {
  return rule.blocks('condition').some((condition) => condition.get('http_header.http_header_name').isSet);
}
