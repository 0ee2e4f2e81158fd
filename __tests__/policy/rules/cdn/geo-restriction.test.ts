import { GEO_RESTRICTION } from '../../../../src/policy/rules/cdn/geo-restriction';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { distribution } from '../../support/distribution';

const countries = (restriction_type: string) =>
  distribution({ restrictions: { geo_restriction: { restriction_type } } });

describeRule(GEO_RESTRICTION, {
  pass: { 'some countries': countries('whitelist') },
  fail: { 'nothing is said': distribution({}), 'all countries': countries('none') },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': countries('${var.a}') },
  guards: { 'aws_cloudfront_distribution.site.restrictions.geo_restriction.restriction_type': ['none', undefined] },
});
