import { createHash } from 'node:crypto';

/** The constants of wp-config.php that sign cookies and nonces. */
export const SALT_NAMES = [
  'AUTH_KEY',
  'SECURE_AUTH_KEY',
  'LOGGED_IN_KEY',
  'NONCE_KEY',
  'AUTH_SALT',
  'SECURE_AUTH_SALT',
  'LOGGED_IN_SALT',
  'NONCE_SALT',
] as const;

/** Lengths of what the function that makes the database user makes up. */
export const LENGTHS = { password: 32, salt: 64 } as const;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Text that stands for a secret in the lab: letters and digits, the same at every run, different for every purpose.
 *
 * Nobody should ever protect anything with it.
 */
export function labSecret(purpose: string, length: number): string {
  let text = '';
  for (let block = 0; text.length < length; block += 1) {
    const bytes = createHash('sha256').update(`lab secret ${block} for ${purpose}`).digest();
    text += [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  }
  return text.slice(0, length);
}

/** Value of the secret that holds the keys, salts and the first administrator's password. */
export function saltsValue(secretName: string): string {
  const salt = (name: string): string => labSecret(`${secretName}/${name}`, LENGTHS.salt);
  return JSON.stringify({
    ADMIN_PASSWORD: labSecret(`${secretName}/ADMIN_PASSWORD`, LENGTHS.password),
    ...Object.fromEntries(SALT_NAMES.map((name) => [name, salt(name)])),
  });
}

/** Where a database user is good for. */
export interface DatabaseAccess {
  readonly host: string;
  readonly port: number;
  readonly name: string;
  readonly user: string;
}

/** Value of the secret that holds the application's database user, in the shape of RDS's own secrets. */
export function databaseUserValue(secretName: string, { host, port, name, user }: DatabaseAccess): string {
  const password = labSecret(`${secretName}/password`, LENGTHS.password);
  return JSON.stringify({ engine: 'mysql', host, port, dbname: name, username: user, password });
}

/** Value of the secret in which RDS keeps its master user. */
export function masterUserValue(secretName: string, username: string): string {
  return JSON.stringify({ username, password: labSecret(`${secretName}/password`, LENGTHS.password) });
}
