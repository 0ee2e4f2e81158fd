import { expectValue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

/** What engines and consoles propose, and what is tried first by whoever guesses. */
const GUESSED = [
  'admin',
  'administrator',
  'root',
  'mysql',
  'mariadb',
  'postgres',
  'sa',
  'system',
  'oracle',
  'rdsadmin',
];

export const MASTER_USERNAME = defineRule({
  id: 'WPHA-RDS-016',
  title: 'master users have a name of their own',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster'],
  rows: ['RDS-016'],
  maps: { fsbp: ['RDS.25'] },
  why: 'A name that everybody knows is half of what a guesser needs, and can never be changed afterwards.',
  fix: "Choose another 'username' or 'master_username' before the database is made; changing it replaces the database.",
  check: (database) =>
    expectValue(
      database,
      database.type === 'aws_rds_cluster' ? 'master_username' : 'username',
      ({ text }) => !GUESSED.includes((text ?? '').toLowerCase()),
      // replicas and restored snapshots bring theirs along
      { wanted: 'a name of its own', unset: 'pass' },
    ),
});
