import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { and, listenersOf, redirectsByDefault, rulesRedirect } from '../../rule/listeners';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict, type Where } from '../../rule/verdict';
import { balancersOf } from './balancers';
import { hasPorts, INGRESS_TYPES, ingressOf, isWorld, portsOf, type GroupRule } from '../../rule/group-rules';

const HTTP = 80;

export const HTTP_REDIRECTS = defineRule({
  id: 'WPHA-SG-005',
  title: 'the world reaches port 80 only to be sent to HTTPS',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: INGRESS_TYPES,
  rows: ['SG-005'],
  maps: { checkov: ['CKV_AWS_260'], fsbp: ['EC2.18'], cdkNag: ['AwsSolutions-EC23'] },
  why: 'What is served on port 80 can be read and changed by everybody on the way, passwords and cookies included.',
  fix: 'Open port 80 only for a load balancer whose listener there redirects to HTTPS, or close it.',
  check: (resource, graph) => {
    const rules = ingressOf(resource, graph);
    if (rules.length === 0) return notApplicable();
    const verdicts = rules.filter(hasPorts).flatMap((rule) => judge(rule, graph));
    return verdicts.length === 0 ? pass() : verdicts;
  },
});

function judge(rule: GroupRule, graph: ResourceGraph): readonly Verdict[] {
  const ports = portsOf(rule);
  if (ports !== undefined && (ports.from > HTTP || ports.to < HTTP)) return [];
  return rule.ranges.flatMap(({ attribute, value }): readonly Verdict[] => {
    const where: Where = [rule.settings, attribute];
    if (value.isUnclear) return [unknown(where)];
    if (!isWorld(value)) return [];
    const source = value.text ?? '';
    const detail = { part: `${source}:${HTTP}` };
    if (ports === undefined) return [unknown(where, `${source} may come in, on ports that are not known yet`, detail)];
    const redirected =
      rule.groups.length === 0 ? undefined : and(rule.groups.map((group) => isRedirected(group, graph)));
    if (redirected === true) return [pass()];
    if (redirected === undefined) return [unknown(where, `what answers ${source} on port 80 is not known yet`, detail)];
    return [fail(where, `${source} may come in on port 80, where no load balancer sends everybody to HTTPS`, detail)];
  });
}

/** Whether everything behind a group that answers on port 80 sends visitors to HTTPS. */
function isRedirected(group: Resource, graph: ResourceGraph): boolean | undefined {
  const balancers = balancersOf(group, graph);
  if (balancers.length === 0) return false;
  const listeners = balancers.map((balancer) => listenersOf(balancer, graph).filter((each) => mayBeOn(HTTP, each)));
  if (listeners.some((each) => each.length === 0)) return false;
  return and(listeners.flat().flatMap((each) => [redirectsByDefault(each), rulesRedirect(each, graph)]));
}

function mayBeOn(port: number, listener: Resource): boolean {
  const value = listener.get('port');
  return value.isUnclear || value.is(port);
}
