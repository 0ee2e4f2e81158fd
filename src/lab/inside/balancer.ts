import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LAB_ADDRESSES } from '../addresses';
import type { LabNode } from '../config/addresses';
import { BACKEND, balancerConfig, deregisterCommands, registerCommands } from '../config/balancer';
import { type Certificate, issueCertificate } from '../host/certificates';
import type { LabModel } from '../model/lab-model';
import { DATA, type Root } from './root';
import type { Services } from './services';

const NAME = 'balancer';
const SOCKET = 'balancer.sock';
const CERTIFICATE = 'balancer.pem';
/** Columns of `show stat`. Source: HAProxy management guide, "CSV format". */
const COLUMN = { backend: 0, server: 1, sessions: 4, status: 17 } as const;
const POLL_MS = 300;

/** The load balancer: ports, health checks and times of the synthesized one. */
export class Balancer {
  constructor(
    private readonly root: Root,
    private readonly services: Services,
    private readonly model: LabModel,
  ) {}

  async start(authority: Certificate, drafts: string): Promise<void> {
    const { dnsName, hostNames } = this.model.balancer;
    const { certificate, key } = await issueCertificate(authority, [dnsName, ...hostNames], drafts);
    writeFileSync(join(this.root.data, CERTIFICATE), `${certificate}${key}`, { mode: 0o600 });
    const files = { socket: `${DATA}/${SOCKET}`, certificate: `${DATA}/${CERTIFICATE}` };
    const text = balancerConfig(this.model, LAB_ADDRESSES.nodes, LAB_ADDRESSES, files);
    writeFileSync(join(this.root.data, 'balancer.cfg'), text);
    this.services.start(NAME, 'haproxy', ['-db', '-f', `${DATA}/balancer.cfg`]);
  }

  /** Registers a target: it gets requests once it is healthy. */
  async register(node: LabNode): Promise<void> {
    for (const { command } of registerCommands(node)) await this.tell(command);
  }

  /**
   * Deregisters a target: it gets no new requests, and those under way may end within the target group's delay.
   *
   * Nothing waits where none is under way. Source: "Deregistration delay" in the guide of Application Load Balancers.
   */
  async deregister(node: LabNode): Promise<void> {
    for (const { command, thenSeconds } of deregisterCommands(this.model, node)) {
      await this.tell(command);
      const end = Date.now() + thenSeconds * 1000;
      while (Date.now() < end && (await this.sessions(node)) > 0) await sleep(POLL_MS);
    }
  }

  /** What the balancer thinks of its targets, by name of the instance. */
  async targets(): Promise<Readonly<Record<string, string>>> {
    const named = new Set(LAB_ADDRESSES.nodes.map(({ name }) => name));
    const found = (await this.servers()).filter((row) => named.has(row[COLUMN.server] ?? ''));
    return Object.fromEntries(found.map((row) => [row[COLUMN.server] ?? '', row[COLUMN.status] ?? '']));
  }

  /** Requests that a target has under way. */
  private async sessions({ name }: LabNode): Promise<number> {
    const own = (await this.servers()).filter((row) => [name, `${name}-open`].includes(row[COLUMN.server] ?? ''));
    return own.reduce((sum, row) => sum + Number(row[COLUMN.sessions]), 0);
  }

  /** The rows of the targets in what HAProxy tells of itself. */
  private async servers(): Promise<string[][]> {
    const table = await this.tell('show stat').catch(() => '');
    const rows = table.split('\n').map((line) => line.split(','));
    return rows.filter((row) => row[COLUMN.backend] === BACKEND);
  }

  private tell(command: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(join(this.root.data, SOCKET), () => socket.end(`${command}\n`));
      const answer: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => answer.push(chunk));
      socket.on('error', reject);
      socket.on('close', () => resolve(Buffer.concat(answer).toString('utf8')));
    });
  }
}
