import { randomText } from './random-text';
import { parseSecret, type SecretStore } from './secret-store';
import type { Settings } from './settings';

const PASSWORD_LENGTH = 32;

/**
 * Sees to it that the user's secret holds a password and where to use it, in the shape RDS gives its own secrets.
 *
 * A password that is there stays; only the facts around it follow the settings.
 *
 * @returns the password
 */
export async function ensureUserSecret(store: SecretStore, settings: Settings): Promise<string> {
  const { userSecretArn: secretArn } = settings;
  const stored = await store.read(secretArn);
  const current = stored === undefined ? {} : parseSecret(secretArn, stored);
  const facts = {
    engine: 'mysql',
    host: settings.host,
    port: String(settings.port),
    dbname: settings.databaseName,
    username: settings.username,
  };
  const password = current['password'] ?? '';
  if (password !== '' && Object.entries(facts).every(([name, fact]) => current[name] === fact)) return password;

  const value = JSON.stringify({
    ...current,
    ...facts,
    port: settings.port,
    password: password === '' ? randomText(PASSWORD_LENGTH) : password,
  });
  await (stored === undefined ? store.writeFirst(secretArn, value) : store.replace(secretArn, value));

  // what counts is what the store holds now: another caller may have been first
  const written = await store.read(secretArn);
  const settled = written === undefined ? undefined : parseSecret(secretArn, written)['password'];
  if (settled === undefined || settled === '') throw new Error(`${secretArn} has no password although one was written`);
  return settled;
}
