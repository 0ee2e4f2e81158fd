import { expectValue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

/** Algorithms of ACM that are strong enough: RSA from 2048 bits on, and elliptic curves. */
const STRONG = /^(RSA_(2048|3072|4096)|EC_\w+)$/;

export const CERTIFICATE_KEY_SIZE = defineRule({
  id: 'WPHA-DNS-007',
  title: 'certificates have strong keys',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_acm_certificate'],
  rows: ['DNS-007'],
  maps: { fsbp: ['ACM.2'] },
  why: 'RSA with 1024 bits can be broken, and browsers refuse it.',
  fix: "Leave 'key_algorithm' out, which is RSA_2048, or choose EC_prime256v1.",
  check: (certificate) => {
    if (certificate.get('private_key').isSet) return notApplicable();
    return expectValue(certificate, 'key_algorithm', ({ text = '' }) => STRONG.test(text), {
      wanted: 'RSA_2048 or more, or EC',
      unset: 'pass',
    });
  },
});
