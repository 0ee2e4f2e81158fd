import type { LabModelWithDatabase } from '../model/lab-model';

/** What the site's own function grants; a test holds the two together. */
export const USER_PRIVILEGES = [
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'CREATE',
  'ALTER',
  'DROP',
  'INDEX',
  'REFERENCES',
  'CREATE TEMPORARY TABLES',
  'LOCK TABLES',
] as const;

/** Statements that make what the function of the stacks makes in the database: the site's own, and a user that may use it. */
export function databaseUserSql({ database, seed }: LabModelWithDatabase): string[] {
  const secret = seed.secrets.find(({ name }) => name === database.secretName);
  const { password = '' } = JSON.parse(secret?.value ?? '{}') as { password?: string };
  const user = `'${database.user}'@'%'`;
  return [
    `CREATE DATABASE IF NOT EXISTS \`${database.name}\` CHARACTER SET utf8mb4`,
    `CREATE USER IF NOT EXISTS ${user} IDENTIFIED BY '${password}' REQUIRE SSL`,
    `GRANT ${USER_PRIVILEGES.join(', ')} ON \`${database.name}\`.* TO ${user}`,
  ];
}
