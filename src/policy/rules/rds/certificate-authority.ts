import { expectValue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

/** `rds-ca-rsa2048-g1`, `rds-ca-ecc384-g1` and their successors; `rds-ca-2019` ended in August 2024. */
const CURRENT = /^rds-ca-(rsa|ecc)\d+-g\d+$/;

export const CERTIFICATE_AUTHORITY = defineRule({
  id: 'WPHA-RDS-015',
  title: 'databases have a certificate of a current authority',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster_instance'],
  rows: ['RDS-015'],
  maps: { checkov: ['CKV_AWS_211'] },
  why: 'A certificate of an authority that has ended breaks every client that checks it, all on one day.',
  fix: "Leave 'ca_cert_identifier' out, or set it to rds-ca-rsa2048-g1.",
  check: (database) =>
    expectValue(database, 'ca_cert_identifier', ({ text }) => CURRENT.test(text ?? ''), {
      wanted: 'an authority such as rds-ca-rsa2048-g1',
      unset: 'pass',
    }),
});
