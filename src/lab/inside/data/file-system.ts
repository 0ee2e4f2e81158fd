import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Transform } from 'node:stream';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { UserError } from '../../../core/errors';
import { LAB_ADDRESSES } from '../../addresses';
import { ganeshaConfig, NFS_BEHIND } from '../../config/shared-files';
import { type Certificate, issueCertificate } from '../../host/certificates';
import { runTool } from '../../host/run-tool';
import type { LabFiles } from '../../model/lab-model';
import { DATA, EXPORT, type Root } from '../root';
import type { Services } from '../services';

const NAME = 'ganesha';
const START_TIMEOUT_MS = 60_000;
const POLL_MS = 500;

/** EFS: a folder of this machine over NFS 4.1, behind a front that speaks TLS and knows the access point. */
export class FileSystem {
  /** Milliseconds by which each part of what clients send is late. */
  latencyMs = 0;
  private front: Server | undefined;

  constructor(
    private readonly root: Root,
    private readonly services: Services,
    private readonly files: LabFiles,
    private readonly log: (line: string) => void,
  ) {}

  async start(authority: Certificate, drafts: string): Promise<void> {
    await this.makeExport();
    writeFileSync(join(this.root.data, 'ganesha.conf'), ganeshaConfig(this.files, EXPORT));
    const certificate = await issueCertificate(authority, [this.files.host], drafts);
    this.front = createServer(
      // instances show a certificate of their own making: its extension names the access point
      {
        cert: certificate.certificate,
        key: certificate.key,
        requestCert: true,
        rejectUnauthorized: false,
        minVersion: 'TLSv1.2',
      },
      (client) => this.connect(client),
    );
    this.front.on('tlsClientError', (error) => this.log(`files: a client was refused: ${error.message}`));
    await this.resume();
    this.front.listen(this.files.port, LAB_ADDRESSES.files);
  }

  /** Starts the file server, which now and then gives up at its start, and waits until it answers. */
  async resume(): Promise<void> {
    const end = Date.now() + START_TIMEOUT_MS;
    const args = ['-F', '-f', `${DATA}/ganesha.conf`, '-L', 'STDOUT', '-p', '/run/ganesha/pid'];
    while (!(await answers())) {
      if (Date.now() > end) throw new UserError(`the file server does not start: see '${this.services.logFile(NAME)}'`);
      if (!this.services.isRunning(NAME)) this.services.start(NAME, 'ganesha.nfsd', args);
      await sleep(POLL_MS);
    }
  }

  /** The folder as every client of the access point sees it. */
  get folder(): string {
    return join(this.root.data, 'efs', this.files.accessPointPath);
  }

  private async makeExport(): Promise<void> {
    const { folder, files, root } = this;
    const made = mkdirSync(folder, { recursive: true });
    if (made !== undefined && files.owner !== undefined) {
      chmodSync(folder, Number.parseInt(files.owner.permissions, 8));
      chownSync(folder, files.owner.uid, files.owner.gid);
    }
    mkdirSync(join(root.data, 'export'), { recursive: true });
    // the file server takes only what is a mount of its own
    await runTool('mount', ['--bind', folder, join(root.directory, EXPORT)]);
  }

  private connect(client: TLSSocket): void {
    const { accessPointId } = this.files;
    const shown = client.getPeerCertificate().raw as Buffer | undefined;
    if (accessPointId !== undefined && shown?.includes(accessPointId) !== true) {
      this.log(`files: ${client.remoteAddress} does not name the access point ${accessPointId}`);
      client.destroy();
      return;
    }
    const server = connect(NFS_BEHIND.port, NFS_BEHIND.address);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    client.pipe(late(() => this.latencyMs)).pipe(server);
    server.pipe(client);
  }
}

/** Hands on what it gets, each part after a time of its own. */
function late(milliseconds: () => number): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const wait = milliseconds();
      if (wait === 0) done(null, chunk);
      else setTimeout(done, wait, null, chunk);
    },
  });
}

/** Whether the file server takes connections. */
function answers(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(NFS_BEHIND.port, NFS_BEHIND.address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
