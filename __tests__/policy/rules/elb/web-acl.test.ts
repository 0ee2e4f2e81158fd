import { WEB_ACL } from '../../../../src/policy/rules/elb/web-acl';
import { describeRule, type Resources } from '../../support/describe-rule';

const balancer = (settings: object, arn?: string): Resources => ({
  aws_lb: { web: { name: 'web', ...settings } },
  ...(arn === undefined ? {} : { aws_wafv2_web_acl_association: { web: { resource_arn: arn, web_acl_arn: 'arn:1' } } }),
});
const ARN = '${aws_lb.web.arn}';

describeRule(WEB_ACL, {
  pass: { 'one is associated': balancer({ internal: false }, ARN) },
  fail: {
    'there is none': { resources: balancer({ internal: false }), finds: ['aws_lb.web#missing'] },
    'nothing is said of being public': balancer({}),
  },
  notApplicable: {
    'an internal one': balancer({ internal: true }),
    'a network load balancer': balancer({ load_balancer_type: 'network' }),
  },
  unknown: {
    'nobody knows whose association it is': balancer({ internal: false }, '${var.balancer}'),
    'a variable says whether it is public': balancer({ internal: '${var.internal}' }),
  },
  guards: { 'aws_wafv2_web_acl_association.web.resource_arn': ['arn:other', undefined] },
});
