import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const MULTI_AZ = defineRule({
  id: 'WPHA-RDS-003',
  title: 'databases have a standby in another zone',
  severity: 'medium',
  pack: 'production',
  appliesTo: ['aws_db_instance'],
  rows: ['RDS-003'],
  maps: { checkov: ['CKV_AWS_157'], fsbp: ['RDS.5'], cdkNag: ['AwsSolutions-RDS3'] },
  why: 'Without a standby the loss of one zone is an outage for as long as it takes to restore a backup.',
  fix: "Set 'multi_az' to true; it costs a second instance.",
  check: (database) => (database.get('replicate_source_db').isSet ? notApplicable() : expectTrue(database, 'multi_az')),
});
