import { QUERY_LOGGING } from '../../../../src/policy/rules/dns/query-logging';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const zone = (more: Resources): Resources => ({ aws_route53_zone: { site: { name: 'example.com' } }, ...more });

describeRule(QUERY_LOGGING, {
  pass: {
    'queries are logged': zone({ aws_route53_query_log: { site: { zone_id: '${aws_route53_zone.site.zone_id}' } } }),
  },
  fail: { 'nothing is said': { resources: zone({}), finds: ['aws_route53_zone.site#missing'] } },
  notApplicable: {
    'a private zone': { aws_route53_zone: { inner: { name: 'inner', vpc: { vpc_id: 'vpc-1' } } } },
    'other resources': OTHER_RESOURCES,
  },
  unknown: { 'a variable names the zone': zone({ aws_route53_query_log: { site: { zone_id: '${var.zone}' } } }) },
  guards: { 'aws_route53_query_log.site.zone_id': ['Z2'], aws_route53_query_log: [undefined, {}] },
});
