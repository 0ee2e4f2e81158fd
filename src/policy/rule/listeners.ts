import type { Block } from '../model/block';
import type { Resource } from '../model/resource';
import type { Attached, ResourceGraph } from '../model/resource-graph';

/** Types of listeners; the provider keeps the older name. */
export const LISTENER_TYPES: readonly string[] = ['aws_lb_listener', 'aws_alb_listener'];

export const BALANCER_TYPES: readonly string[] = ['aws_lb', 'aws_alb'];

const RULE_TYPES = ['aws_lb_listener_rule', 'aws_alb_listener_rule'];

/** Whether a listener does nothing itself but send visitors to HTTPS; undefined where that is not known yet. */
export function redirectsByDefault(listener: Resource): boolean | undefined {
  return allRedirect(listener.blocks('default_action'));
}

/** Whether the rules of a listener do nothing but send visitors to HTTPS; undefined where that is not known yet. */
export function rulesRedirect(listener: Resource, graph: ResourceGraph): boolean | undefined {
  const { found, unclear } = listenerRulesOf(listener, graph);
  return and([...found.map((rule) => allRedirect(rule.blocks('action'))), ...(unclear.length > 0 ? [undefined] : [])]);
}

/** Rules of a listener. */
export function listenerRulesOf(listener: Resource, graph: ResourceGraph): Attached {
  const attached = RULE_TYPES.map((type) => graph.attached(listener, type, 'listener_arn'));
  return { found: attached.flatMap(({ found }) => found), unclear: attached.flatMap(({ unclear }) => unclear) };
}

/** Listeners of a load balancer. */
export function listenersOf(balancer: Resource, graph: ResourceGraph): readonly Resource[] {
  return LISTENER_TYPES.flatMap((type) => graph.attached(balancer, type, 'load_balancer_arn').found);
}

/** All of them; false as soon as one is, undefined where one is not known. */
export function and(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false;
  return values.includes(undefined) ? undefined : true;
}

function allRedirect(actions: readonly Block[]): boolean | undefined {
  return actions.length === 0 ? false : and(actions.map(redirects));
}

function redirects(action: Block): boolean | undefined {
  const [type, protocol] = [action.get('type'), action.get('redirect.protocol')];
  if (type.isUnclear || protocol.isUnclear) return undefined;
  return type.is('redirect') && protocol.is('HTTPS');
}
