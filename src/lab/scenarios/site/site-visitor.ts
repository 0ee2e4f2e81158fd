import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { LabBalancer } from '../../model/lab-model';

/** Where the site is. */
export interface SiteAddress {
  readonly balancer: LabBalancer;
  /** Loopback port for each port of the balancer. */
  readonly ports: Readonly<Record<string, number>>;
  /** Certificate of the authority that signed the balancer's. */
  readonly authority: string;
}

/** What a visitor asks for. */
export interface Visit {
  /** @default GET */
  readonly method?: 'GET' | 'POST';
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
  /** @default 60 */
  readonly timeoutSeconds?: number;
}

/** What a visitor got. */
export interface Page {
  /** 0 when the connection broke off or nobody answered in time. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly milliseconds: number;
}

/** Visits the site as the internet does: under its own name, through the balancer, with TLS where a listener has it. */
export class SiteVisitor {
  /** Name that visitors ask for. */
  readonly host: string;
  readonly tls: boolean;
  /** Loopback port that leads to the listener. */
  readonly port: number;

  constructor(private readonly site: SiteAddress) {
    const { listeners, hostNames, dnsName } = site.balancer;
    const listener = listeners.find(({ tls }) => tls) ?? listeners[0];
    this.tls = listener?.tls === true;
    this.host = hostNames.find((name) => !name.includes('*')) ?? dnsName;
    this.port = site.ports[String(listener?.port ?? 80)] ?? 0;
  }

  /** One request on a connection of its own. */
  visit(path: string, { method = 'GET', headers = {}, body, timeoutSeconds = 60 }: Visit = {}): Promise<Page> {
    const begun = performance.now();
    const options = {
      host: '127.0.0.1',
      port: this.port,
      path,
      method,
      headers: { host: this.host, ...headers },
      agent: false,
      timeout: timeoutSeconds * 1000,
      ...(this.tls ? { ca: this.site.authority, servername: this.host } : {}),
    };
    return new Promise((resolve) => {
      const chunks: Buffer[] = [];
      const end = (status: number, got: IncomingHttpHeaders): void =>
        resolve({ status, headers: got, body: Buffer.concat(chunks), milliseconds: performance.now() - begun });
      const asked = (this.tls ? tlsRequest : plainRequest)(options, (response) => {
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => end(0, {}));
        response.on('end', () => end(response.statusCode ?? 0, response.headers));
      });
      asked.on('timeout', () => asked.destroy());
      asked.on('error', () => end(0, {}));
      asked.end(body);
    });
  }
}
