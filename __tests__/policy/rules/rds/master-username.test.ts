import { MASTER_USERNAME } from '../../../../src/policy/rules/rds/master-username';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(MASTER_USERNAME, {
  pass: {
    'it has a name of its own': { aws_db_instance: { main: { username: 'siteadmin' } } },
    'a snapshot brings one': { aws_db_instance: { main: { snapshot_identifier: 'before' } } },
  },
  fail: { 'a cluster takes what is proposed': { aws_rds_cluster: { main: { master_username: 'admin' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_db_instance: { main: { username: '${var.user}' } } } },
  guards: { 'aws_db_instance.main.username': ['admin', 'Root', 'postgres'] },
});
