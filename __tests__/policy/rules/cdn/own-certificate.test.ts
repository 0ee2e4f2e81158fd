import { OWN_CERTIFICATE } from '../../../../src/policy/rules/cdn/own-certificate';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { distribution } from '../../support/distribution';

const certificate = (settings: object) => distribution({ viewer_certificate: { ...settings } });

describeRule(OWN_CERTIFICATE, {
  pass: {
    'one of ACM': certificate({ acm_certificate_arn: 'arn:aws:acm:us-east-1:123456789012:certificate/1' }),
    'one of the stack': certificate({ acm_certificate_arn: '${aws_acm_certificate.site.arn}' }),
    'one of IAM': certificate({ iam_certificate_id: 'ASCA1' }),
  },
  fail: { 'the certificate of CloudFront': certificate({ cloudfront_default_certificate: true }) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: {
    'aws_cloudfront_distribution.site.viewer_certificate.acm_certificate_arn': [
      undefined,
      'arn:aws:acm:eu-west-1:123456789012:certificate/1',
    ],
  },
});
