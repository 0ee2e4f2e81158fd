import { LISTENER_TYPES } from '../../rule/listeners';
import { defineRule } from '../../rule/rule';
import { expectTlsPolicy } from './tls-listener';

/** The families that Security Hub's ELB.17 recommends, and the one before TLS 1.3 that offers the same ciphers of TLS 1.2. */
const AUTHENTICATED_WITH_FORWARD_SECRECY = /^ELBSecurityPolicy-(TLS13-1-3-|TLS13-1-2-Res-|FS-1-2-Res-2020-10$)/;

export const STRONG_CIPHERS = defineRule({
  id: 'WPHA-ELB-004',
  title: 'listeners offer strong ciphers only',
  severity: 'high',
  pack: 'baseline',
  appliesTo: LISTENER_TYPES,
  rows: ['ELB-004'],
  maps: { checkov: ['CKV2_AWS_74'], trivy: ['AVD-AWS-0047'], fsbp: ['ELB.17'] },
  why: 'Ciphers in CBC mode or without forward secrecy let recorded traffic be read once a weakness or the key is known.',
  fix: "Set 'ssl_policy' to ELBSecurityPolicy-TLS13-1-2-Res-2021-06, which every browser since 2014 can talk to.",
  check: (listener) =>
    expectTlsPolicy(
      listener,
      AUTHENTICATED_WITH_FORWARD_SECRECY,
      'a policy without weak ciphers (TLS13-1-2-Res, TLS13-1-3)',
    ),
});
