import { MINOR_UPGRADES } from '../../../../src/policy/rules/rds/minor-upgrades';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(MINOR_UPGRADES, {
  pass: {
    'it is on': { aws_db_instance: { main: { auto_minor_version_upgrade: true } } },
    'nothing is said': { aws_rds_cluster_instance: { first: { engine: 'aurora-mysql' } } },
  },
  fail: { 'it is off': { aws_rds_cluster_instance: { first: { auto_minor_version_upgrade: false } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_db_instance: { main: { auto_minor_version_upgrade: '${var.auto}' } } } },
  guards: { 'aws_db_instance.main.auto_minor_version_upgrade': [false] },
});
