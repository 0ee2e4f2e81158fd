import { HTTP_REDIRECTS } from '../../../../src/policy/rules/sg/http-redirects';
import { describeRule, type Resources } from '../../support/describe-rule';
import { ingress, inlineIngress, ports, WORLD } from './rules';

const REDIRECT = { type: 'redirect', redirect: { protocol: 'HTTPS', port: '443', status_code: 'HTTP_301' } };
const FORWARD = { type: 'forward', target_group_arn: '${aws_lb_target_group.web.arn}' };
const listener = (action: object, settings: object = {}): Resources => ({
  aws_lb_listener: {
    http: { load_balancer_arn: '${aws_lb.web.arn}', port: 80, protocol: 'HTTP', default_action: [action], ...settings },
  },
});
const RULE = { listener_arn: '${aws_lb_listener.http.arn}', action: [FORWARD] };
const behind = (more: Resources): Resources => ({
  aws_security_group: { edge: { name: 'edge' } },
  aws_lb: { web: { security_groups: ['${aws_security_group.edge.id}'] } },
  ...ingress({ security_group_id: '${aws_security_group.edge.id}', ...ports(80), cidr_ipv4: WORLD }),
  ...more,
});

describeRule(HTTP_REDIRECTS, {
  pass: {
    'the load balancer sends everybody to HTTPS': behind(listener(REDIRECT)),
    'only a network comes in': ingress(ports(80)),
    'the world comes in on 443': ingress({ cidr_ipv4: WORLD }),
  },
  fail: {
    'the load balancer serves the site there': {
      resources: behind(listener(FORWARD)),
      finds: ['aws_vpc_security_group_ingress_rule.in#0.0.0.0/0:80'],
    },
    'a rule of the listener serves a part of it': behind({
      ...listener(REDIRECT),
      aws_lb_listener_rule: { api: RULE },
    }),
    'the redirect keeps the protocol': behind(listener({ type: 'redirect', redirect: { host: 'www.example.com' } })),
    'no listener is on port 80': behind(listener(REDIRECT, { port: 8080 })),
    'the group belongs to instances': inlineIngress({ ...ports(80), cidr_blocks: [WORLD] }),
  },
  notApplicable: { 'a group without rules of its own': { aws_security_group: { web: { name: 'web' } } } },
  unknown: {
    'a variable names the group': ingress({ security_group_id: '${var.group}', ...ports(80), cidr_ipv4: WORLD }),
    'a variable names the range': ingress({ ...ports(80), cidr_ipv4: '${var.office}' }),
    'nobody knows whose rule it is': behind({
      ...listener(REDIRECT),
      aws_lb_listener_rule: { api: { ...RULE, listener_arn: '${var.listener}' } },
    }),
  },
  guards: {
    'aws_lb_listener.http.default_action.0.type': ['forward'],
    'aws_lb_listener.http.default_action.0.redirect.protocol': ['HTTP', '#{protocol}', undefined],
  },
});
