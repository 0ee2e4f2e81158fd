import { CERTIFICATE_KEY_SIZE } from '../../../../src/policy/rules/dns/key-size';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const certificate = (settings: object): Resources => ({ aws_acm_certificate: { site: { ...settings } } });

describeRule(CERTIFICATE_KEY_SIZE, {
  pass: {
    'a curve': certificate({ key_algorithm: 'EC_prime256v1' }),
    'RSA with 2048 bits': certificate({ key_algorithm: 'RSA_2048' }),
    'nothing is said': certificate({ domain_name: 'example.com' }),
  },
  fail: { 'RSA with 1024 bits': certificate({ key_algorithm: 'RSA_1024' }) },
  notApplicable: {
    'a certificate of others': certificate({ private_key: '${var.key}' }),
    'other resources': OTHER_RESOURCES,
  },
  unknown: { 'a variable decides': certificate({ key_algorithm: '${var.algorithm}' }) },
  guards: { 'aws_acm_certificate.site.key_algorithm': ['RSA_1024'] },
});
