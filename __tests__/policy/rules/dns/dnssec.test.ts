import { DNSSEC } from '../../../../src/policy/rules/dns/dnssec';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const zone = (more: Resources): Resources => ({ aws_route53_zone: { site: { name: 'example.com' } }, ...more });
const signed = (settings: object): Resources =>
  zone({ aws_route53_hosted_zone_dnssec: { site: { hosted_zone_id: '${aws_route53_zone.site.id}', ...settings } } });

describeRule(DNSSEC, {
  pass: { 'the zone is signed': signed({ signing_status: 'SIGNING' }) },
  fail: { 'nothing is said': { resources: zone({}), finds: ['aws_route53_zone.site#missing'] } },
  notApplicable: {
    'a private zone': { aws_route53_zone: { inner: { name: 'inner', vpc: { vpc_id: 'vpc-1' } } } },
    'other resources': OTHER_RESOURCES,
  },
  unknown: { 'a variable names the zone': signed({ hosted_zone_id: '${var.zone}' }) },
  variablesPass: true,
  guards: {
    'aws_route53_hosted_zone_dnssec.site.signing_status': ['NOT_SIGNING'],
    'aws_route53_hosted_zone_dnssec.site.hosted_zone_id': ['Z2'],
  },
});
