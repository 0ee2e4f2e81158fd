import { NO_WILDCARD_NAME } from '../../../../src/policy/rules/dns/no-wildcard-name';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const certificate = (settings: object): Resources => ({ aws_acm_certificate: { site: { ...settings } } });

describeRule(NO_WILDCARD_NAME, {
  pass: {
    'every host is named': certificate({ domain_name: 'example.com', subject_alternative_names: ['www.example.com'] }),
  },
  fail: {
    'among other names': {
      resources: certificate({
        domain_name: 'example.com',
        subject_alternative_names: ['a.example.com', '*.example.com'],
      }),
      finds: ['aws_acm_certificate.site#*.example.com'],
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable names it': certificate({ domain_name: '${var.name}' }) },
  guards: {
    'aws_acm_certificate.site.domain_name': ['*.example.com'],
    'aws_acm_certificate.site.subject_alternative_names': [['*.example.com']],
  },
});
