import { LISTENER_TYPES } from '../../rule/listeners';
import { defineRule } from '../../rule/rule';
import { expectTlsPolicy } from './tls-listener';

/** AWS writes the oldest version that a policy offers into its name. */
const TLS_1_2_OR_NEWER = /^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)-/;

export const TLS_VERSION = defineRule({
  id: 'WPHA-ELB-003',
  title: 'listeners offer TLS 1.2 or newer only',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: LISTENER_TYPES,
  rows: ['ELB-003'],
  maps: { checkov: ['CKV_AWS_103'], trivy: ['AVD-AWS-0047'], fsbp: ['ELB.17'] },
  why: 'TLS 1.0 and 1.1 are broken, and whoever sits between can make a browser fall back to what is offered.',
  fix: "Set 'ssl_policy' to ELBSecurityPolicy-TLS13-1-2-Res-2021-06.",
  check: (listener) => expectTlsPolicy(listener, TLS_1_2_OR_NEWER, 'a policy of TLS 1.2 or newer'),
});
