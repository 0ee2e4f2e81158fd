import { expectOneOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const TRANSPARENCY_LOGGING = defineRule({
  id: 'WPHA-DNS-005',
  title: 'certificates are logged in public',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_acm_certificate'],
  rows: ['DNS-005'],
  maps: { checkov: ['CKV_AWS_234'] },
  why: 'Browsers warn visitors of a certificate that is in no public log.',
  fix: "Leave 'certificate_transparency_logging_preference' out, or set it to ENABLED.",
  check: (certificate) => {
    if (certificate.get('private_key').isSet) return notApplicable();
    return expectOneOf(certificate, 'options.certificate_transparency_logging_preference', ['ENABLED'], {
      unset: 'pass',
    });
  },
});
