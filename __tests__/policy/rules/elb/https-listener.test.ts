import { HTTPS_LISTENER } from '../../../../src/policy/rules/elb/https-listener';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const REDIRECT = { type: 'redirect', redirect: { protocol: 'HTTPS', port: '443', status_code: 'HTTP_301' } };
const FORWARD = { type: 'forward', target_group_arn: 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/web/1' };
const listener = (settings: object, more: Resources = {}): Resources => ({
  aws_lb: { web: { load_balancer_type: 'application' } },
  aws_lb_listener: {
    web: {
      load_balancer_arn: '${aws_lb.web.arn}',
      port: 80,
      protocol: 'HTTP',
      default_action: [REDIRECT],
      ...settings,
    },
  },
  ...more,
});
const rule = (settings: object): Resources => ({
  aws_lb_listener_rule: { api: { listener_arn: '${aws_lb_listener.web.arn}', action: [FORWARD], ...settings } },
});

describeRule(HTTPS_LISTENER, {
  pass: {
    'plain HTTP only redirects': listener({}),
    'it serves over HTTPS': listener({ port: 443, protocol: 'HTTPS', default_action: [FORWARD] }),
    'it serves over TLS': listener({ port: 443, protocol: 'TLS', default_action: [FORWARD] }),
    'its rules redirect too': listener({}, rule({ action: [REDIRECT] })),
  },
  fail: {
    'it serves over plain HTTP': {
      resources: listener({ default_action: [FORWARD] }),
      finds: ['aws_lb_listener.web#default_action'],
    },
    'it says no protocol': listener({ protocol: undefined, default_action: [FORWARD] }),
    'it answers something else': listener({ default_action: [{ type: 'fixed-response' }] }),
    'it redirects to plain HTTP': listener({
      default_action: [{ type: 'redirect', redirect: { host: 'example.com' } }],
    }),
    'one of its rules serves': listener({}, rule({})),
    'the older name of the type': { aws_alb_listener: { web: { protocol: 'HTTP', default_action: [FORWARD] } } },
  },
  notApplicable: {
    'a listener of a gateway': {
      aws_lb: { inspect: { load_balancer_type: 'gateway' } },
      aws_lb_listener: { inspect: { load_balancer_arn: '${aws_lb.inspect.arn}', default_action: [FORWARD] } },
    },
    'other resources': OTHER_RESOURCES,
  },
  unknown: {
    'a variable names the protocol': listener({ protocol: '${var.protocol}' }),
    'a variable names the action': listener({ default_action: [{ type: '${var.action}' }] }),
    'nobody knows whose rule it is': listener({}, rule({ listener_arn: '${var.listener}' })),
  },
  guards: {
    'aws_lb_listener.web.default_action.0.type': ['forward', 'fixed-response'],
    'aws_lb_listener.web.default_action.0.redirect.protocol': ['HTTP', undefined],
    'aws_lb_listener.web.default_action': [[FORWARD], undefined],
  },
});
