import { CERTIFICATE_AUTHORITY } from '../../../../src/policy/rules/rds/certificate-authority';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const database = (ca_cert_identifier: string): Resources => ({ aws_db_instance: { main: { ca_cert_identifier } } });

describeRule(CERTIFICATE_AUTHORITY, {
  pass: {
    'it is current': database('rds-ca-rsa2048-g1'),
    'it has an elliptic curve': database('rds-ca-ecc384-g1'),
    'nothing is said': { aws_rds_cluster_instance: { first: { engine: 'aurora-mysql' } } },
  },
  fail: { 'it has ended': database('rds-ca-2019') },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': database('${var.authority}') },
  guards: { 'aws_db_instance.main.ca_cert_identifier': ['rds-ca-2015', 'rds-ca-2019'] },
});
