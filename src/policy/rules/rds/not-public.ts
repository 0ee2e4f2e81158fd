import { expectFalse } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const DATABASE_NOT_PUBLIC = defineRule({
  id: 'WPHA-RDS-002',
  title: 'databases have no public address',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: ['aws_db_instance'],
  rows: ['RDS-002'],
  maps: {
    checkov: ['CKV_AWS_17'],
    trivy: ['AVD-AWS-0180'],
    fsbp: ['RDS.2'],
    cis: ['3.0.0 2.3.3'],
  },
  why: 'A public address leaves one security group between the internet and every post, order and password hash.',
  fix: "Leave 'publicly_accessible' out or set it to false.",
  suppressible: false,
  check: (database) => expectFalse(database, 'publicly_accessible'),
});
