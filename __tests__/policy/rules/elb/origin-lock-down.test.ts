import { ORIGIN_LOCK_DOWN } from '../../../../src/policy/rules/elb/origin-lock-down';
import { describeRule, type Resources } from '../../support/describe-rule';

const FORWARD = { type: 'forward', target_group_arn: 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/web/1' };
const HEADER = { http_header: { http_header_name: 'x-origin', values: ['${var.secret}'] } };

/** A load balancer behind CloudFront; each part may be changed. */
function site(changes: { ingress?: object; listener?: object; rule?: object; origin?: string } = {}): Resources {
  const ingress = {
    ip_protocol: 'tcp',
    from_port: 443,
    to_port: 443,
    ...(changes.ingress ?? { prefix_list_id: 'pl-1' }),
  };
  return {
    aws_security_group: { edge: { name: 'edge' } },
    aws_vpc_security_group_ingress_rule: { in: { security_group_id: '${aws_security_group.edge.id}', ...ingress } },
    aws_lb: { web: { security_groups: ['${aws_security_group.edge.id}'] } },
    aws_lb_listener: {
      web: {
        load_balancer_arn: '${aws_lb.web.arn}',
        protocol: 'HTTPS',
        default_action: [{ type: 'fixed-response' }],
        ...changes.listener,
      },
    },
    aws_lb_listener_rule: {
      site: { listener_arn: '${aws_lb_listener.web.arn}', action: [FORWARD], condition: [HEADER], ...changes.rule },
    },
    aws_cloudfront_distribution: {
      site: { origin: [{ origin_id: 'web', domain_name: changes.origin ?? '${aws_lb.web.dns_name}' }] },
    },
  };
}

describeRule(ORIGIN_LOCK_DOWN, {
  pass: { 'only CloudFront comes in, with its header': site() },
  fail: {
    'the world comes in': {
      resources: site({ ingress: { cidr_ipv4: '0.0.0.0/0' } }),
      finds: ['aws_vpc_security_group_ingress_rule.in#ingress'],
    },
    'the listener forwards everything': {
      resources: site({ listener: { default_action: [FORWARD] } }),
      finds: ['aws_lb_listener.web#header'],
    },
    'a rule forwards without the header': {
      resources: site({ rule: { condition: [{ host_header: { values: ['www.example.com'] } }] } }),
      finds: ['aws_lb_listener_rule.site#header'],
    },
  },
  notApplicable: { 'no distribution has it as its origin': site({ origin: 'media.example.com' }) },
  unknown: {
    'a variable names the range': site({ ingress: { cidr_ipv4: '${var.range}' } }),
    'a variable names the action': site({ listener: { default_action: [{ type: '${var.action}' }] } }),
  },
  guards: {
    'aws_vpc_security_group_ingress_rule.in.cidr_ipv4': ['0.0.0.0/0'],
    'aws_lb_listener.web.default_action.0.type': ['forward'],
  },
});
