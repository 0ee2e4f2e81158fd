import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../../core/errors';
import { objectOf, parseObject, textOf } from '../../../terraform/json';
import { LAB_ADDRESSES } from '../../addresses';
import { runTool } from '../../host/run-tool';
import { type Certificate, issueCertificate } from '../../host/certificates';
import { EMPTY_DATABASE } from '../../images/services-image';
import type { LabModel } from '../../model/lab-model';
import { until } from '../until';
import { DATA, type Root } from '../root';
import type { NameService } from '../name-service';
import type { Services } from '../services';

const START_TIMEOUT_MS = 60_000;
const REPLICATION_USER = 'replication';
/** Nobody but the pair reaches this user: it may connect from the databases' own addresses only. */
const REPLICATION_PASSWORD = 'replication';

/** RDS Multi-AZ: two servers, of which the second holds every acknowledged write, behind one name. */
export class DatabasePair {
  private primary = 0;

  constructor(
    private readonly root: Root,
    private readonly services: Services,
    private readonly names: NameService,
    private readonly model: LabModel,
    private readonly image: string,
  ) {}

  /** Starts both servers with the site's database and the two users its secrets name. */
  async start(authority: Certificate, drafts: string): Promise<void> {
    const { host } = this.model.database;
    const certificate = await issueCertificate(authority, [host], drafts);
    writeFileSync(join(this.root.data, 'database.crt'), `${certificate.certificate}${authority.certificate}`);
    writeFileSync(join(this.root.data, 'database.key'), certificate.key, { mode: 0o644 });
    writeFileSync(join(this.root.data, 'database-ca.crt'), authority.certificate);
    for (const index of [0, 1]) {
      cpSync(join(this.image, EMPTY_DATABASE), this.folder(index), { recursive: true, preserveTimestamps: true });
      await runTool('chown', ['-R', '--reference', join(this.image, EMPTY_DATABASE), this.folder(index)]);
      this.launch(index);
    }
    await Promise.all([0, 1].map((index) => this.untilReady(index)));
    await this.sql(0, this.users());
    await this.follow(1, 0);
    this.names.point(host, this.addressOf(0));
  }

  /** Kills the primary and lets the other take over, as RDS does; answers the seconds it took. */
  async failOver(): Promise<number> {
    const begun = Date.now();
    const [old, next] = [this.primary, 1 - this.primary];
    if (!this.services.isRunning(this.name(next))) {
      throw new UserError('the standby of the database does not run; heal it first');
    }
    this.services.signal(this.name(old), 'SIGKILL');
    await this.sql(next, 'STOP SLAVE; RESET SLAVE ALL; SET GLOBAL read_only = OFF;');
    this.primary = next;
    this.names.point(this.model.database.host, this.addressOf(next));
    return (Date.now() - begun) / 1000;
  }

  /** Makes a standby again of the server that a fail-over left behind. */
  async restoreStandby(): Promise<void> {
    const standby = 1 - this.primary;
    if (this.services.isRunning(this.name(standby))) return;
    this.launch(standby);
    await this.untilReady(standby);
    await this.follow(standby, this.primary);
  }

  /** Runs SQL as the master of the primary. */
  query(statements: string): Promise<string> {
    return this.sql(this.primary, statements);
  }

  /** Address of the server that writes go to. */
  get address(): string {
    return this.addressOf(this.primary);
  }

  private users(): string {
    const { name } = this.model.database;
    const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
    const user = this.credentials();
    return `CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4;
CREATE USER ${quote(user.username)}@'%' IDENTIFIED BY ${quote(user.password)} REQUIRE SSL;
GRANT ALL ON \`${name}\`.* TO ${quote(user.username)}@'%';
CREATE USER ${quote(REPLICATION_USER)}@'10.%' IDENTIFIED BY ${quote(REPLICATION_PASSWORD)};
GRANT REPLICATION SLAVE ON *.* TO ${quote(REPLICATION_USER)}@'10.%';`;
  }

  private credentials(): { username: string; password: string } {
    const { secretName } = this.model.database;
    const secret = objectOf(parseObject(this.model.seed.secrets.find(({ name }) => name === secretName)?.value ?? ''));
    const [username, password] = [textOf(secret, 'username'), textOf(secret, 'password')];
    if (username === undefined || password === undefined) {
      throw new UserError(
        `the secret '${secretName}' must hold 'username' and 'password' for the lab; synthesize again`,
      );
    }
    return { username, password };
  }

  private async follow(standby: number, primary: number): Promise<void> {
    const { port } = this.model.database;
    await this.sql(
      standby,
      `SET GLOBAL read_only = ON;
CHANGE MASTER TO MASTER_HOST='${this.addressOf(primary)}', MASTER_PORT=${port}, MASTER_USER='${REPLICATION_USER}', MASTER_PASSWORD='${REPLICATION_PASSWORD}', MASTER_SSL=1, MASTER_SSL_CA='${DATA}/database-ca.crt', MASTER_SSL_VERIFY_SERVER_CERT=0, MASTER_USE_GTID=slave_pos, MASTER_CONNECT_RETRY=1;
START SLAVE;`,
    );
  }

  private launch(index: number): void {
    const { port, requireTls } = this.model.database;
    const address = this.addressOf(index);
    this.services.start(this.name(index), 'mariadbd', [
      '--no-defaults',
      '--user=mysql',
      `--datadir=${DATA}/${this.name(index)}`,
      `--socket=/run/${this.name(index)}.sock`,
      `--pid-file=/run/${this.name(index)}.pid`,
      `--bind-address=${address}`,
      `--report-host=${address}`,
      `--port=${port}`,
      `--server-id=${index + 1}`,
      '--log-bin=binlog',
      '--binlog-format=ROW',
      '--gtid-strict-mode=ON',
      '--log-slave-updates=ON',
      '--rpl-semi-sync-master-enabled=ON',
      '--rpl-semi-sync-slave-enabled=ON',
      '--rpl-semi-sync-master-wait-point=AFTER_SYNC',
      '--rpl-semi-sync-master-timeout=10000',
      '--slave-net-timeout=5',
      '--innodb-buffer-pool-size=128M',
      '--skip-name-resolve',
      `--require-secure-transport=${requireTls ? 'ON' : 'OFF'}`,
      `--ssl-cert=${DATA}/database.crt`,
      `--ssl-key=${DATA}/database.key`,
      `--ssl-ca=${DATA}/database-ca.crt`,
    ]);
  }

  private async untilReady(index: number): Promise<void> {
    const name = this.name(index);
    await until(
      async () => {
        if (!this.services.isRunning(name))
          throw new UserError(`the database ended: see '${this.services.logFile(name)}'`);
        return this.sql(index, 'SELECT 1').then(
          () => true,
          () => false,
        );
      },
      START_TIMEOUT_MS,
      `the database does not start: see '${this.services.logFile(name)}'`,
    );
  }

  private sql(index: number, statements: string): Promise<string> {
    return this.root.run('mariadb', ['--no-defaults', `--socket=/run/${this.name(index)}.sock`, '-N', '-B'], {
      input: statements,
    });
  }

  private addressOf(index: number): string {
    return LAB_ADDRESSES.databases[index] ?? '';
  }

  private folder(index: number): string {
    const folder = join(this.root.data, this.name(index));
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  private name(index: number): string {
    return `database-${index + 1}`;
  }
}
