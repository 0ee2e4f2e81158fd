import { isIP } from 'node:net';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';

/** Where and as whom to connect. */
export interface SessionOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** PEM certificates of the authorities whose servers are believed. */
  readonly certificateAuthorities: readonly string[];
}

/** mysql2's code for every failure to establish TLS. */
const TLS_FAILED = 'HANDSHAKE_SSL_ERROR';

/** A statement or a connection attempt failed; says which, and MySQL's or Node's code, never the statement, which holds a password. */
export class SessionError extends Error {
  override readonly name = 'SessionError';

  constructor(
    step: string,
    readonly code: string,
    detail = '',
  ) {
    super(`could not ${step}: ${code}${detail}`);
  }
}

/** A connection to MySQL over verified TLS. */
export class MysqlSession {
  private constructor(private readonly connection: Connection) {}

  /** Connects; refuses a server without TLS, with a certificate of an unknown authority, or with another server's. */
  static async open(options: SessionOptions): Promise<MysqlSession> {
    const { certificateAuthorities, ...target } = options;
    // given an address, mysql2 would check the certificate for the name 'localhost'
    if (isIP(target.host) !== 0) throw new SessionError(`connect to '${target.host}'`, 'an address, not a host name');
    const connection = await attempt(`connect to ${target.host}:${target.port} as '${target.user}'`, () =>
      createConnection({
        ...target,
        connectTimeout: 10_000,
        charset: 'utf8mb4',
        ssl: {
          ca: [...certificateAuthorities],
          minVersion: 'TLSv1.2',
          rejectUnauthorized: true,
          verifyIdentity: true,
        },
      }),
    );
    // a connection that breaks between two statements fails the next one; unheard, the event would end the process
    connection.on('error', () => undefined);
    return new MysqlSession(connection);
  }

  /** Runs a statement; `step` stands for it in errors. Values replace `?`, identifiers `??`. */
  async run(step: string, statement: string, values: readonly unknown[] = []): Promise<readonly RowDataPacket[]> {
    const [rows] = await attempt(step, () => this.connection.query<RowDataPacket[]>(statement, [...values]));
    return rows;
  }

  /** Ends the connection, politely where it still works; what failed before is what the caller wants to know. */
  async close(): Promise<void> {
    await this.connection.end().catch(() => this.connection.destroy());
  }
}

async function attempt<Result>(step: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    const { code, message } = error as Partial<Record<'code' | 'message', unknown>>;
    const known = typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : 'unknown error';
    // why TLS failed stands in the message only, which is OpenSSL's and knows no statement
    throw new SessionError(step, known, known === TLS_FAILED ? ` (${String(message)})` : '');
  }
}
