/** What the function is told by its environment variables; nothing of it is secret. */
export interface Settings {
  /** Address of the database, as its certificate names it. */
  readonly host: string;
  readonly port: number;
  readonly databaseName: string;
  /** Name of the user that WordPress connects as. */
  readonly username: string;
  /** Secret that RDS keeps the master user's name and password in. */
  readonly masterSecretArn: string;
  /** Secret that gets the user's name and password. */
  readonly userSecretArn: string;
  /** Secret that gets WordPress's keys and salts. */
  readonly saltsSecretArn: string;
}

/** The names of the environment variables, shared with the construct that sets them. */
export const ENVIRONMENT = {
  host: 'DATABASE_HOST',
  port: 'DATABASE_PORT',
  databaseName: 'DATABASE_NAME',
  username: 'DATABASE_USERNAME',
  masterSecretArn: 'MASTER_SECRET_ARN',
  userSecretArn: 'USER_SECRET_ARN',
  saltsSecretArn: 'SALTS_SECRET_ARN',
} as const satisfies Record<keyof Settings, string>;

/** Names without `_` and `%`, which are wildcards in a GRANT, and without anything that needs quoting. */
const NAMES = { databaseName: /^[a-z][a-z0-9]{0,63}$/, username: /^[a-z][a-z0-9]{0,31}$/ } as const;

/** Reads the settings from environment variables; fails on the first that is missing or malformed. */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const read = (name: keyof Settings): string => {
    const value = variables[ENVIRONMENT[name]];
    if (value === undefined || value === '') throw new Error(`'${ENVIRONMENT[name]}' must be set`);
    return value;
  };
  const readName = (name: keyof typeof NAMES): string => {
    const value = read(name);
    if (!NAMES[name].test(value)) throw new Error(`'${ENVIRONMENT[name]}' must match ${NAMES[name].source}`);
    return value;
  };
  const port = Number(read('port'));
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`'${ENVIRONMENT.port}' must be a whole number from 1 to 65535`);
  }
  return {
    host: read('host'),
    port,
    databaseName: readName('databaseName'),
    username: readName('username'),
    masterSecretArn: read('masterSecretArn'),
    userSecretArn: read('userSecretArn'),
    saltsSecretArn: read('saltsSecretArn'),
  };
}
