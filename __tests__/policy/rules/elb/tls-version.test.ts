import { TLS_VERSION } from '../../../../src/policy/rules/elb/tls-version';
import { describeRule, type Resources } from '../../support/describe-rule';

const listener = (policy: unknown, protocol: unknown = 'HTTPS'): Resources => ({
  aws_lb_listener: { web: { port: 443, protocol, ssl_policy: policy } },
});
const GOOD = [
  'TLS13-1-2-2021-06',
  'TLS13-1-3-2021-06',
  'TLS13-1-2-Ext1-2021-06',
  'TLS-1-2-2017-01',
  'FS-1-2-Res-2020-10',
];
const BAD = [
  '2016-08',
  'TLS-1-0-2015-04',
  'TLS-1-1-2017-01',
  'FS-1-1-2019-08',
  'TLS13-1-1-2021-06',
  'TLS13-1-0-2021-06',
];

describeRule(TLS_VERSION, {
  pass: Object.fromEntries(GOOD.map((name) => [name, listener(`ELBSecurityPolicy-${name}`)])),
  fail: {
    ...Object.fromEntries(BAD.map((name) => [name, listener(`ELBSecurityPolicy-${name}`)])),
    'no policy, which means the oldest': {
      resources: listener(undefined, 'TLS'),
      finds: ['aws_lb_listener.web#ssl_policy'],
    },
  },
  notApplicable: {
    'a listener that does not encrypt': listener(undefined, 'HTTP'),
    'a listener without a protocol': listener(undefined, null),
  },
  unknown: { 'a variable names it': listener('${var.policy}') },
  guards: { 'aws_lb_listener.web.ssl_policy': ['ELBSecurityPolicy-2016-08', undefined] },
});
