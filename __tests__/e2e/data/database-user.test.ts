import { createConnection } from 'mysql2/promise';
import { PRIVILEGES } from '../../../src/data/database-user/handler/grants';
import { MysqlSession } from '../../../src/data/database-user/handler/mysql-session';
import { provision, type Provisioning } from '../../../src/data/database-user/handler/provision';
import { FakeSecretStore } from '../../data/database-user/fake-secret-store';
import { makeAuthority } from './certificates';
import { MASTER, Mariadb } from './mariadb';
import { describeWithMariadb } from './with-mariadb';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MASTER_SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:master';
const USER_SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:user';
const SALTS_SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:salts';

jest.setTimeout(60_000);

describeWithMariadb('the function that makes the database user', () => {
  let mariadb: Mariadb;
  let store: FakeSecretStore;
  let logs: string[];

  beforeAll(async () => {
    mariadb = await Mariadb.start();
    await mariadb.asMaster('CREATE DATABASE payroll');
    await mariadb.asMaster('CREATE TABLE payroll.salaries (amount INT)');
  });

  afterAll(() => mariadb.stop());

  beforeEach(async () => {
    await mariadb.asMaster("DROP USER IF EXISTS 'wordpress'@'%'");
    await mariadb.asMaster('DROP DATABASE IF EXISTS wordpress');
    store = new FakeSecretStore({ [MASTER_SECRET]: MASTER });
    logs = [];
  });

  function provisioning(changes: Partial<Provisioning> = {}): Provisioning {
    return {
      settings: {
        host: 'localhost',
        port: mariadb.port,
        databaseName: 'wordpress',
        username: 'wordpress',
        masterSecretArn: MASTER_SECRET,
        userSecretArn: USER_SECRET,
        saltsSecretArn: SALTS_SECRET,
      },
      store,
      certificateAuthorities: [mariadb.authority.pem],
      log: (message) => logs.push(message),
      ...changes,
    };
  }

  /** What WordPress does: connects with what the secret says. */
  function asUser(): Promise<MysqlSession> {
    return MysqlSession.open({
      host: 'localhost',
      port: mariadb.port,
      user: store.json(USER_SECRET)['username'] ?? '',
      password: store.json(USER_SECRET)['password'] ?? '',
      certificateAuthorities: [mariadb.authority.pem],
    });
  }

  test('gives a user who can work in the database, from nothing', async () => {
    await provision(provisioning());

    const session = await asUser();
    await session.run('create', 'CREATE TABLE wordpress.posts (id INT PRIMARY KEY, title TEXT)');
    await session.run('index', 'CREATE INDEX titles ON wordpress.posts (title(20))');
    await session.run('insert', "INSERT INTO wordpress.posts VALUES (1, 'naïve 🙂')");
    const rows = await session.run('select', 'SELECT title FROM wordpress.posts');
    await session.run('drop', 'DROP TABLE wordpress.posts');
    await session.close();
    expect(rows).toEqual([{ title: 'naïve 🙂' }]);
  });

  test('stores what a client needs to connect', async () => {
    await provision(provisioning());

    expect(store.json(USER_SECRET)).toEqual({
      engine: 'mysql',
      host: 'localhost',
      port: mariadb.port,
      dbname: 'wordpress',
      username: 'wordpress',
      password: expect.stringMatching(/^[A-Za-z0-9]{32}$/) as string,
    });
  });

  test('changes no secret and nothing in the database when it runs again', async () => {
    await provision(provisioning());
    const before = [...store.versions.values()].map((versions) => versions.length);
    const grants = await mariadb.asMaster("SHOW GRANTS FOR 'wordpress'@'%'");

    await provision(provisioning());

    expect([...store.versions.values()].map((versions) => versions.length)).toEqual(before);
    expect(await mariadb.asMaster("SHOW GRANTS FOR 'wordpress'@'%'")).toEqual(grants);
  });

  test('sets the stored password again when the database has another', async () => {
    await provision(provisioning());
    const password = store.json(USER_SECRET)['password'];
    await mariadb.asMaster("ALTER USER 'wordpress'@'%' IDENTIFIED BY 'something-else'");
    await expect(asUser()).rejects.toThrow('ER_ACCESS_DENIED_ERROR');

    await provision(provisioning());

    await (await asUser()).close();
    expect(store.json(USER_SECRET)['password']).toBe(password);
  });

  test('keeps the password when only the address of the database differs', async () => {
    await provision(provisioning());
    const { password } = store.json(USER_SECRET);
    await store.replace(USER_SECRET, JSON.stringify({ ...store.json(USER_SECRET), host: 'elsewhere' }));

    await provision(provisioning());

    expect(store.json(USER_SECRET)).toMatchObject({ host: 'localhost', password });
  });

  test('lets the user see no other schema', async () => {
    await provision(provisioning());

    const session = await asUser();
    const schemas = await session.run('list', 'SHOW DATABASES');
    await expect(session.run('read', 'SELECT * FROM payroll.salaries')).rejects.toThrow('ER_TABLEACCESS_DENIED_ERROR');
    await expect(session.run('read', 'SELECT * FROM mysql.user')).rejects.toThrow('DENIED_ERROR');
    await session.close();
    expect(schemas).toEqual([{ Database: 'information_schema' }, { Database: 'wordpress' }]);
  });

  test('takes away what the user holds beyond its database', async () => {
    await provision(provisioning());
    await mariadb.asMaster("GRANT SELECT, INSERT ON payroll.* TO 'wordpress'@'%'");
    await mariadb.asMaster("GRANT PROCESS ON *.* TO 'wordpress'@'%'");
    await mariadb.asMaster("GRANT TRIGGER ON wordpress.* TO 'wordpress'@'%'");

    await provision(provisioning());

    const grants = await mariadb.asMaster("SHOW GRANTS FOR 'wordpress'@'%'");
    const texts = grants.flatMap((grant) => Object.values(grant).map(String));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(/^GRANT USAGE ON \*\.\* /);
    expect(texts[1]).toBe(`GRANT ${inServerOrder()} ON \`wordpress\`.* TO \`wordpress\`@\`%\``);
  });

  test('lets the user in over TLS only', async () => {
    await provision(provisioning());

    const { username: user, password } = store.json(USER_SECRET);
    const plain = createConnection({ host: '127.0.0.1', port: mariadb.port, user, password });

    await expect(plain).rejects.toMatchObject({ code: 'ER_ACCESS_DENIED_ERROR' });
  });

  test('converges on one password when several run at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => provision(provisioning())));

    await (await asUser()).close();
    expect(store.versions.get(USER_SECRET)).toHaveLength(1);
    expect(store.versions.get(SALTS_SECRET)).toHaveLength(1);
  });

  test.each(['read', 'writeFirst'] as const)(
    'is finished by the next run when it dies after any %s',
    async (method) => {
      for (let calls = 1; calls <= 3; calls += 1) {
        const dying = new FakeSecretStore();
        store.versions.forEach((versions, arn) => dying.versions.set(arn, versions));
        let left = calls;
        const original = dying[method].bind(dying) as (...args: readonly string[]) => Promise<never>;
        dying[method] = async (...args: readonly string[]) => {
          const result = await original(...args);
          left -= 1;
          if (left === 0) throw new Error('died');
          return result;
        };
        await provision(provisioning({ store: dying })).catch(() => undefined);
        store = dying;
        delete (dying as Partial<FakeSecretStore>)[method];

        await provision(provisioning());

        await (await asUser()).close();
      }
    },
  );

  test('reads the master password again when RDS has just changed it', async () => {
    await store.replace(MASTER_SECRET, JSON.stringify({ ...MASTER, password: 'old' }));
    const read = store.read.bind(store);
    store.read = async (arn) => {
      const value = await read(arn);
      if (arn === MASTER_SECRET) await store.replace(MASTER_SECRET, JSON.stringify(MASTER));
      return value;
    };

    await provision(provisioning());

    expect(logs).toContain('master password was refused, reading it again');
  });

  test('refuses a server whose authority it does not know', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'authority-'));
    const { pem } = makeAuthority(folder, 'another-authority');
    rmSync(folder, { recursive: true });

    await expect(provision(provisioning({ certificateAuthorities: [pem] }))).rejects.toThrow(
      'self-signed certificate in certificate chain',
    );
    expect(store.versions.has(USER_SECRET)).toBe(false);
  });

  test.each([
    ["another host's certificate", '127.1', "Host: 127.1. is not in the cert's altnames"],
    ['an address, which no certificate names', '127.0.0.1', 'an address, not a host name'],
  ])('refuses %s', async (_, host, reason) => {
    const { settings } = provisioning();

    const provisioned = provision(provisioning({ settings: { ...settings, host } }));

    await expect(provisioned).rejects.toThrow(reason);
  });

  test('tells no secret in what it logs, returns and throws', async () => {
    const told = [JSON.stringify(await provision(provisioning())), ...logs];
    const password = store.json(USER_SECRET)['password'] ?? '';
    const session = await asUser();
    const failure = (await session
      .run('fail', 'ALTER USER nobody IDENTIFIED BY ?', [password])
      .catch((error: unknown) => error)) as Error;
    await session.close();
    told.push(JSON.stringify(failure, Object.getOwnPropertyNames(failure)));

    const secrets = [password, MASTER.password, ...Object.values(store.json(SALTS_SECRET))];
    expect(failure.message).toMatch(/^could not fail: ER_/);
    expect(told.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
  });
});

/** MariaDB lists privileges in an order of its own. */
function inServerOrder(): string {
  const order = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'REFERENCES', 'INDEX', 'ALTER'];
  return [...order, 'CREATE TEMPORARY TABLES', 'LOCK TABLES']
    .filter((privilege) => (PRIVILEGES as readonly string[]).includes(privilege))
    .join(', ');
}

describeWithMariadb('the function against a server without TLS', () => {
  test('refuses to send a password', async () => {
    const mariadb = await Mariadb.start({ tls: false });
    try {
      const opened = MysqlSession.open({
        host: 'localhost',
        port: mariadb.port,
        user: MASTER.username,
        password: MASTER.password,
        certificateAuthorities: [mariadb.authority.pem],
      });
      await expect(opened).rejects.toThrow('HANDSHAKE_NO_SSL_SUPPORT');
    } finally {
      await mariadb.stop();
    }
  });
});
