import { expectAtLeast } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const STORAGE_AUTOSCALING = defineRule({
  id: 'WPHA-RDS-026',
  title: 'storage of databases grows by itself',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_db_instance'],
  rows: ['RDS-026'],
  maps: {},
  why: 'A database whose disk is full stops the site, and always at night.',
  fix: "Set 'max_allocated_storage' to the size that you are ready to pay for.",
  check: (database) => expectAtLeast(database, 'max_allocated_storage', 1),
});
