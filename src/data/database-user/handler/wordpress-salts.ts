import { randomText } from './random-text';
import { parseSecret, type SecretStore } from './secret-store';

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

/** What api.wordpress.org/secret-key hands out. */
const SALT_LENGTH = 64;

/** Password of the first administrator, by the name under which the first installation looks for it. */
const ADMIN_PASSWORD = 'ADMIN_PASSWORD';
const ADMIN_PASSWORD_LENGTH = 32;

/**
 * Sees to it that every key and salt has a value, and leaves those that have one: a new value logs every user out.
 *
 * A new secret also gets the first administrator's password; once used it can be removed and does not come back.
 *
 * @returns whether something was written
 */
export async function ensureSalts(store: SecretStore, secretArn: string): Promise<boolean> {
  const stored = await store.read(secretArn);
  const current = stored === undefined ? {} : parseSecret(secretArn, stored);
  const missing = SALT_NAMES.filter((name) => (current[name] ?? '') === '');
  if (missing.length === 0) return false;

  const value = JSON.stringify({
    ...(stored === undefined ? { [ADMIN_PASSWORD]: randomText(ADMIN_PASSWORD_LENGTH) } : {}),
    ...current,
    ...Object.fromEntries(missing.map((name) => [name, randomText(SALT_LENGTH)])),
  });
  await (stored === undefined ? store.writeFirst(secretArn, value) : store.replace(secretArn, value));
  return true;
}
