import { UserError } from '../../core/errors';
import { ENV_LIMIT_BYTES } from '../archive/limits';
import { secretReason } from './secret-like';

/** Constants that instances define themselves, from parameters and secrets, before those of a release. */
export const INSTANCE_CONSTANTS: readonly string[] = [
  'DB_NAME',
  'DB_USER',
  'DB_PASSWORD',
  'DB_HOST',
  'DB_CHARSET',
  'DB_COLLATE',
  'MYSQL_CLIENT_FLAGS',
  ...['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [`${name}_KEY`, `${name}_SALT`]),
  'WP_HOME',
  'WP_SITEURL',
  'FORCE_SSL_ADMIN',
  'DISALLOW_FILE_EDIT',
  'DISALLOW_FILE_MODS',
  'AUTOMATIC_UPDATER_DISABLED',
  'DISABLE_WP_CRON',
  'WP_DEBUG_DISPLAY',
  'MEDIA_BUCKET',
  'ABSPATH',
];

/** Settings of a release as instances read them. */
export interface EnvSettings {
  /** One `NAME=value` a line. */
  readonly text: string;
  readonly names: readonly string[];
}

/** What an env file may say. */
export interface EnvRules {
  /** Names that instances set themselves. */
  readonly taken: readonly string[];
  /** Names that are no secrets, although they or their values look like one. */
  readonly notSecret: readonly string[];
}

/**
 * Checks an env file and brings it into the form that instances read: without comments, blank lines and carriage returns.
 *
 * @throws UserError that names every line that cannot stay
 */
export function parseEnv(content: string, label: string, rules: EnvRules): EnvSettings {
  if (Buffer.byteLength(content) > ENV_LIMIT_BYTES) {
    throw new UserError(
      `'${label}' must not exceed ${ENV_LIMIT_BYTES / 1024} KiB; put large texts into files of the code`,
    );
  }
  const problems: string[] = [];
  const settings = new Map<string, string>();
  for (const [index, raw] of content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trimStart();
    if (line === '' || line.startsWith('#')) continue;
    const [, name, value = ''] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line) ?? [];
    const problem =
      name === undefined ? `must be 'NAME=value' without blanks around '='` : problemOf(name, value, settings, rules);
    if (problem !== undefined) problems.push(`'${label}' line ${index + 1} ${problem}`);
    else if (name !== undefined) settings.set(name, value);
  }
  for (const name of rules.notSecret) {
    if (!settings.has(name)) {
      problems.push(`'--not-secret' must name a setting of the env file, got '${name}'; leave it out or mend the name`);
    }
  }
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  const lines = [...settings].map(([name, value]) => `${name}=${value}\n`);
  return { text: lines.join(''), names: [...settings.keys()] };
}

function problemOf(
  name: string,
  value: string,
  settings: ReadonlyMap<string, string>,
  { taken, notSecret }: EnvRules,
): string | undefined {
  if (settings.has(name)) return `sets '${name}' a second time; keep one of the lines`;
  if (taken.includes(name)) {
    return `sets '${name}', which instances set themselves; leave it out and change it in the environment's settings`;
  }
  if (/\p{Cc}/u.test(value)) return `gives '${name}' a value with control characters; leave them out`;
  if (/^(["']).*\1$/.test(value))
    return `gives '${name}' a value in quotes, which would become part of it; leave them out`;
  if (value !== value.trim()) return `gives '${name}' a value with blanks around it; leave them out`;
  const reason = notSecret.includes(name) ? undefined : secretReason(name, value);
  if (reason === undefined) return undefined;
  return (
    `sets '${name}', which ${reason}, and everybody who reads the releases bucket reads it; put it into Secrets Manager ` +
    `and name the secret's ARN here, or give '--not-secret ${name}' when it is none`
  );
}
