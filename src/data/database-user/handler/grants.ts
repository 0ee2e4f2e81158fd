import type { MysqlSession } from './mysql-session';

/**
 * What WordPress and its plugins do in their own database.
 *
 * The first eight are WordPress's own; REFERENCES is for plugins with foreign keys, CREATE TEMPORARY TABLES for
 * WooCommerce's reports, LOCK TABLES for `wp db export`.
 */
export const PRIVILEGES = [
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

/** Grants the user exactly PRIVILEGES on the database and takes from it whatever else it holds. */
export async function ensureGrants(session: MysqlSession, username: string, databaseName: string): Promise<void> {
  const account = [username, '%'];
  await session.run('grant the privileges', `GRANT ${PRIVILEGES.join(', ')} ON ??.* TO ?@?`, [
    databaseName,
    ...account,
  ]);

  const grantee = `'${username}'@'%'`;
  const extras = await session.run(
    'read the privileges',
    `SELECT '*' AS target, PRIVILEGE_TYPE AS privilege FROM information_schema.USER_PRIVILEGES
       WHERE GRANTEE = ? AND PRIVILEGE_TYPE <> 'USAGE'
     UNION ALL
     SELECT TABLE_SCHEMA, PRIVILEGE_TYPE FROM information_schema.SCHEMA_PRIVILEGES
       WHERE GRANTEE = ? AND NOT (TABLE_SCHEMA = ? AND PRIVILEGE_TYPE IN (?))`,
    [grantee, grantee, databaseName, PRIVILEGES],
  );
  for (const { target, privilege } of extras as readonly { target: string; privilege: string }[]) {
    const scope = target === '*' ? '*.*' : '??.*';
    const values = target === '*' ? account : [target, ...account];
    await session.run(`revoke ${privilege} on ${target}`, `REVOKE ${privilege} ON ${scope} FROM ?@?`, values);
  }
}
