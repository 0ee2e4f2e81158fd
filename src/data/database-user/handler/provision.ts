import { ensureGrants } from './grants';
import { MysqlSession, SessionError } from './mysql-session';
import { parseSecret, type SecretStore } from './secret-store';
import type { Settings } from './settings';
import { ensureUserSecret } from './user-secret';
import { ensureSalts } from './wordpress-salts';

/** What the function works with. */
export interface Provisioning {
  readonly settings: Settings;
  readonly store: SecretStore;
  /** PEM certificates of the authorities whose servers are believed. */
  readonly certificateAuthorities: readonly string[];
  /** Takes the name of each finished step. */
  readonly log: (message: string) => void;
}

/** What Terraform keeps in its state: names only. */
export interface Provisioned {
  readonly databaseName: string;
  readonly username: string;
}

/** Held while secrets and user are made, so that two invocations at once come one after the other. */
const LOCK = 'wordpress-ha:database-user';
const LOCK_SECONDS = 45;

/**
 * Makes the database, the user with its password, and the salts, or repairs what of them differs.
 *
 * Each step leaves alone what is right already, and the password is stored before it is set: an invocation that dies
 * anywhere is finished by the next.
 */
export async function provision(provisioning: Provisioning): Promise<Provisioned> {
  const { settings, store, log } = provisioning;
  const { databaseName, username, saltsSecretArn } = settings;
  const session = await openAsMaster(provisioning);
  try {
    await takeLock(session);
    log(`${(await ensureSalts(store, saltsSecretArn)) ? 'wrote' : 'kept'} the salts`);
    const password = await ensureUserSecret(store, settings);
    log('user secret is complete');

    await session.run('create the database', 'CREATE DATABASE IF NOT EXISTS ?? CHARACTER SET utf8mb4', [databaseName]);
    const user = [username, '%', password];
    await session.run('create the user', 'CREATE USER IF NOT EXISTS ?@? IDENTIFIED BY ? REQUIRE SSL', user);
    await session.run('set the password', 'ALTER USER ?@? IDENTIFIED BY ? REQUIRE SSL', user);
    await ensureGrants(session, username, databaseName);
    log(`user '${username}' may use database '${databaseName}'`);
  } finally {
    // the lock goes with the connection
    await session.close();
  }
  return { databaseName, username };
}

/** RDS changes the master password by itself every week: a password refused is read again once. */
async function openAsMaster(provisioning: Provisioning): Promise<MysqlSession> {
  try {
    return await openOnce(provisioning);
  } catch (error) {
    if (!(error instanceof SessionError) || error.code !== 'ER_ACCESS_DENIED_ERROR') throw error;
    provisioning.log('master password was refused, reading it again');
    return await openOnce(provisioning);
  }
}

async function openOnce({ settings, store, certificateAuthorities }: Provisioning): Promise<MysqlSession> {
  const { host, port, masterSecretArn } = settings;
  const value = await store.read(masterSecretArn);
  if (value === undefined) throw new Error(`${masterSecretArn} has no value; wait until RDS has written it`);
  const { username: user, password } = parseSecret(masterSecretArn, value);
  if (user === undefined || password === undefined)
    throw new Error(`${masterSecretArn} lacks 'username' or 'password'`);
  return MysqlSession.open({ host, port, user, password, certificateAuthorities });
}

async function takeLock(session: MysqlSession): Promise<void> {
  const [row] = await session.run('take the lock', 'SELECT GET_LOCK(?, ?) AS taken', [LOCK, LOCK_SECONDS]);
  if (Number(row?.['taken']) !== 1) {
    throw new Error(`another invocation has held the lock for ${LOCK_SECONDS} seconds; run it again later`);
  }
}
