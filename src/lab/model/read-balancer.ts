import { UserError } from '../../core/errors';
import { objectOf, textsOf } from '../../terraform/json';
import type { LabBalancer, LabListener, ListenerAction } from './lab-model';
import type { Reader } from './reader';
import { addressOf, type Resource } from './resource';

type Block = Readonly<Record<string, unknown>>;

/** The load balancer whose listeners lead to a group's instances. */
export function loadBalancerOf(reader: Reader, group: Resource): Resource {
  const [listener] = listenersTo(reader, targetGroupOf(reader, group));
  if (listener === undefined) {
    throw new UserError(`no listener leads to the targets of '${addressOf(group)}'; add one to the load balancer`);
  }
  return reader.target(listener, ['load_balancer_arn'], 'aws_lb');
}

/** Ports, health check and timing of the load balancer in front of a group. */
export function readBalancer(reader: Reader, group: Resource): LabBalancer {
  const targets = targetGroupOf(reader, group);
  const balancer = loadBalancerOf(reader, group);
  const listeners = listenersOf(reader, balancer)
    .map((listener) => readListener(reader, listener, reader.attribute(targets, 'arn')))
    .sort((a, b) => a.port - b.port);
  const health = (name: string): number => reader.number(targets, 'health_check', name);
  return {
    port: reader.number(targets, 'port'),
    healthPath: reader.text(targets, 'health_check', 'path'),
    healthMatcher: reader.text(targets, 'health_check', 'matcher'),
    intervalSeconds: health('interval'),
    timeoutSeconds: health('timeout'),
    healthyThreshold: health('healthy_threshold'),
    unhealthyThreshold: health('unhealthy_threshold'),
    idleSeconds: reader.number(balancer, 'idle_timeout'),
    deregistrationSeconds: reader.number(targets, 'deregistration_delay'),
    listenerPorts: listeners.map(({ port }) => port),
    listeners,
    algorithm: algorithmOf(reader, targets),
    stickySeconds: reader.truth(targets, 'stickiness', 'enabled') ? stickySeconds(reader, targets) : 0,
    forwardedFor: forwardedForOf(reader, balancer),
    http2: reader.truth(balancer, 'enable_http2'),
    dnsName: reader.attribute(balancer, 'dns_name'),
    hostNames: [...new Set(listeners.flatMap(({ rules }) => rules.flatMap(({ hosts }) => hosts)))],
  };
}

function targetGroupOf(reader: Reader, group: Resource): Resource {
  return reader.target(group, ['target_group_arns', 0], 'aws_lb_target_group');
}

function listenersOf(reader: Reader, balancer: Resource): Resource[] {
  const arn = reader.attribute(balancer, 'arn');
  return reader.all('aws_lb_listener').filter((listener) => reader.text(listener, 'load_balancer_arn') === arn);
}

function listenersTo(reader: Reader, targets: Resource): Resource[] {
  const arn = reader.attribute(targets, 'arn');
  const forwards = (resource: Resource, path: string): boolean =>
    reader.blocks(resource, path).some(({ target_group_arn: target }) => target === arn);
  return reader
    .all('aws_lb_listener')
    .filter(
      (each) => forwards(each, 'default_action') || rulesOf(reader, each).some((rule) => forwards(rule, 'action')),
    );
}

/** The rules of a listener in the order in which it tries them. */
function rulesOf(reader: Reader, listener: Resource): Resource[] {
  const arn = reader.attribute(listener, 'arn');
  return reader
    .all('aws_lb_listener_rule')
    .filter((rule) => reader.text(rule, 'listener_arn') === arn)
    .sort((a, b) => reader.number(a, 'priority') - reader.number(b, 'priority'));
}

function readListener(reader: Reader, listener: Resource, targetsArn: string): LabListener {
  const tls = reader.text(listener, 'protocol') === 'HTTPS';
  const [defaultAction = {}] = reader.blocks(listener, 'default_action');
  return {
    port: reader.number(listener, 'port'),
    tls,
    // policies for 1.3 alone are named TLS13-1-3; all others take 1.2 as well
    tlsVersion: tls ? (reader.text(listener, 'ssl_policy').includes('TLS13-1-3') ? '1.3' : '1.2') : undefined,
    rules: rulesOf(reader, listener).map((rule) => ({
      hosts: hostsOf(reader, rule),
      action: actionOf(rule, reader.blocks(rule, 'action')[0] ?? {}, targetsArn),
    })),
    defaultAction: actionOf(listener, defaultAction, targetsArn),
  };
}

function hostsOf(reader: Reader, rule: Resource): string[] {
  const conditions = reader.blocks(rule, 'condition');
  const hosts = conditions.flatMap((condition) => textsOf(objectOf(only(condition.host_header)).values));
  const others = conditions.flatMap((condition) => Object.keys(condition)).filter((name) => name !== 'host_header');
  if (hosts.length > 0 && others.length === 0) return hosts;
  throw new UserError(
    `'${addressOf(rule)}' must match by 'host_header' alone, got ${others.join(', ') || 'no condition'}; ` +
      `the lab's balancer knows no other condition`,
  );
}

function actionOf(resource: Resource, action: Block, targetsArn: string): ListenerAction {
  const redirect = objectOf(only(action.redirect));
  const response = objectOf(only(action.fixed_response));
  if (action.type === 'forward' && action.target_group_arn === targetsArn) return { type: 'forward' };
  if (action.type === 'redirect') {
    const status = Number(String(redirect.status_code).replace('HTTP_', ''));
    return { type: 'redirect', protocol: String(redirect.protocol), port: String(redirect.port), status };
  }
  if (action.type === 'fixed-response') {
    const { status_code: status, content_type: contentType, message_body: body = '' } = response;
    return { type: 'respond', status: Number(status), contentType: String(contentType), body: String(body) };
  }
  throw new UserError(
    `'${addressOf(resource)}' must forward to the fleet, redirect or respond, got '${String(action.type)}'; ` +
      `the lab's balancer knows no other action`,
  );
}

function only(value: unknown): unknown {
  return Array.isArray(value) ? (value as unknown[])[0] : value;
}

function algorithmOf(reader: Reader, targets: Resource): LabBalancer['algorithm'] {
  const algorithm = reader.optionalText(targets, 'load_balancing_algorithm_type') ?? 'round_robin';
  if (algorithm === 'round_robin' || algorithm === 'least_outstanding_requests') return algorithm;
  throw new UserError(
    `'load_balancing_algorithm_type' of '${addressOf(targets)}' must be round_robin or least_outstanding_requests, ` +
      `got '${algorithm}'; the lab's balancer knows no other`,
  );
}

function forwardedForOf(reader: Reader, balancer: Resource): LabBalancer['forwardedFor'] {
  const mode = reader.optional(balancer, 'xff_header_processing_mode');
  return mode === 'preserve' || mode === 'remove' ? mode : 'append';
}

/** A day when nothing is said. Source: Elastic Load Balancing user guide, "Sticky sessions". */
function stickySeconds(reader: Reader, targets: Resource): number {
  return Number(reader.optional(targets, 'stickiness', 'cookie_duration') ?? 86_400);
}
