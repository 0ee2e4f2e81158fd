import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { instanceAddress, LAB_NETWORK } from '../addresses';
import { type Certificate, issueCertificate } from '../host/certificates';
import type { LabModel } from '../model/lab-model';
import { MOST_INSTANCES } from './nodes/fleet';
import { DATA, type Root } from './root';
import type { Services } from './services';

const NAME = 'haproxy';
const BACKEND = 'web';

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
    writeFileSync(join(this.root.data, 'balancer.pem'), `${certificate}${key}`, { mode: 0o600 });
    writeFileSync(join(this.root.data, 'haproxy.cfg'), configuration(this.model));
    this.services.start(NAME, 'haproxy', ['-db', '-f', `${DATA}/haproxy.cfg`]);
  }

  /** Registers a target: it gets requests once it is healthy. */
  async register(index: number): Promise<void> {
    const server = `${BACKEND}/${serverName(index)}`;
    await this.tell(`set server ${server} health down; set server ${server} state ready; enable health ${server}`);
  }

  /** Deregisters a target: it gets no new requests. */
  async deregister(index: number): Promise<void> {
    await this.tell(`set server ${BACKEND}/${serverName(index)} state maint`);
  }

  /** One line a target: what the balancer thinks of it. */
  async targets(): Promise<Readonly<Record<string, string>>> {
    const table = await this.tell('show stat').catch(() => '');
    const rows = table.split('\n').map((line) => line.split(','));
    const found = rows.filter(([backend, server]) => backend === BACKEND && server?.startsWith('i') === true);
    return Object.fromEntries(found.map((row) => [row[1] ?? '', row[17] ?? '']));
  }

  private tell(command: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(join(this.root.data, 'haproxy.sock'), () => socket.end(`${command}\n`));
      const answer: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => answer.push(chunk));
      socket.on('error', reject);
      socket.on('close', () => resolve(Buffer.concat(answer).toString('utf8')));
    });
  }
}

/** Name of the n-th instance among the targets. */
export function serverName(index: number): string {
  return `i${index + 1}`;
}

function configuration(model: LabModel): string {
  const { balancer } = model;
  const { intervalSeconds, healthyThreshold, unhealthyThreshold, timeoutSeconds } = balancer;
  const check = `check inter ${intervalSeconds}s fastinter ${intervalSeconds}s rise ${healthyThreshold} fall ${unhealthyThreshold}`;
  const servers = Array.from(
    { length: MOST_INSTANCES },
    (_, n) =>
      `  server ${serverName(n)} ${instanceAddress(n)}:${balancer.port} ${check} disabled source ${LAB_NETWORK.balancer}`,
  );
  const frontends = balancer.listeners.flatMap(({ port, tls }) => [
    `frontend port-${port}`,
    `  bind ${LAB_NETWORK.balancer}:${port}${tls ? ` ssl crt ${DATA}/balancer.pem alpn h2,http/1.1` : ''}`,
    `  http-request set-header X-Forwarded-Proto ${tls ? 'https' : 'http'}`,
    `  http-request set-header X-Forwarded-Port ${port}`,
    '  option forwardfor',
    `  default_backend ${BACKEND}`,
  ]);
  return `global
  stats socket ${DATA}/haproxy.sock mode 600 level admin
defaults
  mode http
  timeout connect 10s
  timeout client ${balancer.idleSeconds}s
  timeout server ${balancer.idleSeconds}s
  timeout http-keep-alive ${balancer.idleSeconds}s
  timeout check ${timeoutSeconds}s
  retries 0
${frontends.join('\n')}
backend ${BACKEND}
  balance ${balancer.algorithm === 'round_robin' ? 'roundrobin' : 'leastconn'}
  option httpchk
  http-check send meth GET uri ${balancer.healthPath} ver HTTP/1.1 hdr Host lab hdr User-Agent ELB-HealthChecker/2.0
  http-check expect rstatus ^(${balancer.healthMatcher.replaceAll(',', '|')})$
${servers.join('\n')}
`;
}
