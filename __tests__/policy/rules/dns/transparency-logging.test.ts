import { TRANSPARENCY_LOGGING } from '../../../../src/policy/rules/dns/transparency-logging';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const certificate = (settings: object): Resources => ({ aws_acm_certificate: { site: { ...settings } } });

describeRule(TRANSPARENCY_LOGGING, {
  pass: {
    'it is on': certificate({ options: { certificate_transparency_logging_preference: 'ENABLED' } }),
    'nothing is said': certificate({ domain_name: 'example.com' }),
  },
  fail: { 'it is off': certificate({ options: [{ certificate_transparency_logging_preference: 'DISABLED' }] }) },
  notApplicable: {
    'a certificate of others': certificate({ private_key: '${var.key}' }),
    'other resources': OTHER_RESOURCES,
  },
  unknown: {
    'a variable decides': certificate({ options: { certificate_transparency_logging_preference: '${var.a}' } }),
  },
  guards: { 'aws_acm_certificate.site.options.certificate_transparency_logging_preference': ['DISABLED'] },
});
