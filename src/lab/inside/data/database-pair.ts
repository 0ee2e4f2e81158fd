import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../../core/errors';
import { LAB_ADDRESSES } from '../../addresses';
import { databaseConfig, firstDatabaseSql, followSql, PROMOTE_SQL, RECEIVED_SQL } from '../../config/database';
import { databaseUserSql } from '../../config/database-user';
import { type Certificate, issueCertificate } from '../../host/certificates';
import { runTool } from '../../host/run-tool';
import { EMPTY_DATABASE } from '../../images/services-image';
import type { LabModelWithDatabase } from '../../model/lab-model';
import type { NameService } from '../name-service';
import { DATA, type Root } from '../root';
import type { Services } from '../services';
import { until } from '../until';

const START_TIMEOUT_MS = 60_000;
const FOLLOW_TIMEOUT_MS = 30_000;

/** The two servers by number. */
type Server = 1 | 2;

/** RDS Multi-AZ: two servers, of which the second holds every acknowledged write, behind one name. */
export class DatabasePair {
  private primary: Server = 1;

  constructor(
    private readonly root: Root,
    private readonly services: Services,
    private readonly names: NameService,
    private readonly model: LabModelWithDatabase,
    private readonly image: string,
  ) {}

  /** Starts both servers with the site's database and its users; the second follows the first then. */
  async start(authority: Certificate, drafts: string): Promise<void> {
    const { certificate, key } = await issueCertificate(authority, [this.model.database.host], drafts);
    const data = (name: string): string => join(this.root.data, name);
    writeFileSync(data('database.crt'), `${certificate}${authority.certificate}`);
    writeFileSync(data('database.key'), key);
    writeFileSync(data('database-ca.crt'), authority.certificate);
    for (const server of [1, 2] as const) {
      await this.prepare(server);
      this.launch(server);
    }
    await Promise.all(([1, 2] as const).map((server) => this.untilReady(server)));
    await this.sql(1, [...firstDatabaseSql(this.model), ...databaseUserSql(this.model)]);
    await this.follow(2, 1);
    this.names.pointDatabase(this.model, this.address);
  }

  /** Kills the primary and lets the other take over, as RDS does; answers the seconds it took. */
  async failOver(): Promise<number> {
    const begun = Date.now();
    const [old, next] = [this.primary, other(this.primary)];
    if (!this.services.isRunning(name(next))) {
      throw new UserError('the standby of the database does not run; heal it first');
    }
    this.services.signal(name(old), 'SIGKILL');
    // what it has received was acknowledged, and a promotion drops what is not done
    await this.untilDone(next, await this.sql(next, [RECEIVED_SQL]));
    await this.sql(next, PROMOTE_SQL);
    this.primary = next;
    this.names.pointDatabase(this.model, this.address);
    return (Date.now() - begun) / 1000;
  }

  /** Makes a standby again of the server that a fail-over left behind. */
  async restoreStandby(): Promise<void> {
    const standby = other(this.primary);
    if (this.services.isRunning(name(standby))) return;
    this.configure(standby, true);
    this.launch(standby);
    await this.untilReady(standby);
    // it has what it wrote itself as primary
    await this.sql(standby, ['SET GLOBAL gtid_slave_pos = @@gtid_binlog_pos']);
    await this.follow(standby, this.primary);
  }

  /** Runs SQL as the administrator of the server that takes writes. */
  query(statements: string): Promise<string> {
    return this.sql(this.primary, [statements]);
  }

  /** Address of the server that takes writes. */
  get address(): string {
    return addressOf(this.primary);
  }

  private async prepare(server: Server): Promise<void> {
    const [folder, model] = [join(this.root.data, name(server)), join(this.image, EMPTY_DATABASE)];
    mkdirSync(folder, { recursive: true });
    cpSync(model, join(folder, 'data'), { recursive: true });
    await runTool('chown', ['-R', '--reference', model, folder]);
    this.configure(server, server === 2);
  }

  private configure(server: Server, standby: boolean): void {
    const tls = {
      certificate: `${DATA}/database.crt`,
      key: `${DATA}/database.key`,
      authority: `${DATA}/database-ca.crt`,
    };
    const place = { id: server, address: addressOf(server), folder: `${DATA}/${name(server)}`, tls };
    const { text } = databaseConfig(this.model, { ...place, standby });
    writeFileSync(join(this.root.data, `${name(server)}.cnf`), text);
  }

  /** Lets a server follow the other and waits until it has all that the other has. */
  private async follow(standby: Server, primary: Server): Promise<void> {
    await this.sql(standby, followSql(this.model, addressOf(primary)));
    await this.untilDone(standby, await this.sql(primary, ['SELECT @@gtid_binlog_pos']));
  }

  /** Waits until a standby has done what belongs to a position. */
  private async untilDone(standby: Server, position: string): Promise<void> {
    await until(
      async () => (await this.sql(standby, [`SELECT MASTER_GTID_WAIT('${position.trim()}', 1)`])).trim() === '0',
      FOLLOW_TIMEOUT_MS,
      `the standby of the database does not follow: see '${this.logFile(standby)}'`,
    );
  }

  private launch(server: Server): void {
    const file = `--defaults-file=${DATA}/${name(server)}.cnf`;
    this.services.start(name(server), 'mariadbd', [file, '--user=mysql', '--innodb-buffer-pool-size=128M']);
  }

  private async untilReady(server: Server): Promise<void> {
    await until(
      async () => {
        if (this.services.isRunning(name(server))) {
          return this.sql(server, ['SELECT 1']).then(
            () => true,
            () => false,
          );
        }
        throw new UserError(`the database ended: see '${this.logFile(server)}'`);
      },
      START_TIMEOUT_MS,
      `the database does not start: see '${this.logFile(server)}'`,
    );
  }

  private sql(server: Server, statements: readonly string[]): Promise<string> {
    const socket = `--socket=${DATA}/${name(server)}/mysqld.sock`;
    return this.root.run('mariadb', ['--no-defaults', socket, '-N', '-B'], { input: `${statements.join(';\n')};\n` });
  }

  private logFile(server: Server): string {
    return join(this.root.data, name(server), 'error.log');
  }
}

function other(server: Server): Server {
  return server === 1 ? 2 : 1;
}

function addressOf(server: Server): string {
  return LAB_ADDRESSES.databases[server - 1] ?? '';
}

function name(server: Server): string {
  return `database-${server}`;
}
