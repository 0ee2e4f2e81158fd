import { expectCustomerKey } from '../../rule/customer-key';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const PERFORMANCE_INSIGHTS_KEY = defineRule({
  id: 'WPHA-RDS-013',
  title: 'statements that a database records are encrypted with a key of the account',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster_instance'],
  rows: ['RDS-013'],
  maps: { checkov: ['CKV_AWS_354'], trivy: ['AVD-AWS-0078'] },
  why: 'Recorded statements hold what visitors entered; with a key of the account its policy says who may read them.',
  fix: "Set 'performance_insights_kms_key_id' to the key that encrypts the database.",
  check: (database, graph) => {
    const enabled = database.get('performance_insights_enabled');
    if (enabled.isUnset || enabled.is(false)) return notApplicable();
    return expectCustomerKey(database, 'performance_insights_kms_key_id', graph);
  },
});
