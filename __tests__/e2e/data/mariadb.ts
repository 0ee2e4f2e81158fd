import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { makeAuthority, makeServerCertificate, type Authority } from './certificates';
import { freePort } from '../../support/free-port';

/** What RDS grants the master user of MySQL (RDS user guide, 'Master user account privileges'). */
const MASTER_PRIVILEGES = `SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, RELOAD, PROCESS, REFERENCES, INDEX, ALTER,
  SHOW DATABASES, CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, CREATE VIEW, SHOW VIEW, CREATE ROUTINE, ALTER ROUTINE,
  CREATE USER, EVENT, TRIGGER`;

export const MASTER = { username: 'siteadmin', password: 'master-password-CANARY' };

const START_SECONDS = 30;

function find(program: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

export function mariadbIsInstalled(): boolean {
  return find('mariadbd') !== undefined && find('mariadb-install-db') !== undefined;
}

/** A MariaDB server with TLS on a free loopback port and a master user as RDS makes one. */
export class Mariadb {
  private constructor(
    private readonly folder: string,
    private readonly server: ChildProcess,
    readonly port: number,
    readonly authority: Authority,
  ) {}

  static async start(options: { readonly tls: boolean } = { tls: true }): Promise<Mariadb> {
    const folder = mkdtempSync(join(tmpdir(), 'mariadb-'));
    const authority = makeAuthority(folder, 'test-authority');
    const { certificateFile, keyFile } = makeServerCertificate(folder, authority);
    const { username: user } = userInfo();
    const data = join(folder, 'data');
    const common = ['--no-defaults', `--datadir=${data}`, `--user=${user}`];
    execFileSync(find('mariadb-install-db') ?? '', [...common, '--skip-test-db'], { stdio: 'pipe' });
    const init = join(folder, 'init.sql');
    const account = `'${MASTER.username}'@'%'`;
    writeFileSync(
      init,
      `CREATE USER ${account} IDENTIFIED BY '${MASTER.password}';\n` +
        `GRANT ${MASTER_PRIVILEGES.replaceAll(/\s+/g, ' ')} ON *.* TO ${account} WITH GRANT OPTION;\n`,
    );
    const port = await freePort();
    const tls = [`--ssl-ca=${authority.certificateFile}`, `--ssl-cert=${certificateFile}`, `--ssl-key=${keyFile}`];
    const server = spawn(
      find('mariadbd') ?? '',
      [
        ...common,
        `--init-file=${init}`,
        '--bind-address=127.0.0.1',
        `--port=${port}`,
        `--socket=${join(folder, 'socket')}`,
        `--pid-file=${join(folder, 'pid')}`,
        ...(options.tls ? tls : ['--skip-ssl']),
      ],
      { stdio: 'ignore' },
    );
    const started = new Mariadb(folder, server, port, authority);
    await started.untilReady();
    return started;
  }

  /** Runs a statement as the master user, without TLS and without the code under test. */
  async asMaster(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const connection = await createConnection({
      host: '127.0.0.1',
      port: this.port,
      user: MASTER.username,
      password: MASTER.password,
    });
    try {
      const [rows] = await connection.query(statement);
      return rows as readonly Readonly<Record<string, unknown>>[];
    } finally {
      await connection.end();
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.server.once('exit', resolve));
    if (this.server.exitCode === null && this.server.kill('SIGTERM')) await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async untilReady(): Promise<void> {
    const end = Date.now() + START_SECONDS * 1000;
    for (;;) {
      try {
        await this.asMaster('SELECT 1');
        return;
      } catch (error) {
        if (Date.now() > end || this.server.exitCode !== null) {
          await this.stop();
          throw error;
        }
        await pause(100);
      }
    }
  }
}
