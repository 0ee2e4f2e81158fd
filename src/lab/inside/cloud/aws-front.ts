import { readFileSync } from 'node:fs';
import { request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { join } from 'node:path';
import type { Certificate } from '../../host/certificates';
import { oneByteOff } from './one-byte-off';

/** What answers in place of Amazon's hosts. */
export interface AwsFrontOptions {
  readonly certificate: Certificate;
  /** Loopback port of the emulator. */
  readonly emulatorPort: number;
  readonly region: string;
  /** Certificates of the database's authority, as the RDS trust store has them. */
  readonly databaseAuthority: string;
  /** Folder with the packages that stand for Amazon's agents. */
  readonly agentPackages: string;
  readonly log: (line: string) => void;
  /** Whether the client at this address gets the archives of releases with a byte that is another. */
  readonly corruptsArchives: (address: string) => boolean;
  /** Told when an instance completes its launch hook. */
  readonly onLifecycleAction: (instanceId: string, result: string) => void;
}

const ARCHIVE = /\/code\.tar\.gz$/;
const AGENT = /\/(amazon-ssm-agent|amazon-cloudwatch-agent)\.deb$/;

/** Names of the hosts that the front stands for. */
export function awsNames(region: string): readonly [string, ...string[]] {
  return [
    `*.${region}.amazonaws.com`,
    `*.s3.${region}.amazonaws.com`,
    '*.amazonaws.com',
    'truststore.pki.rds.amazonaws.com',
  ];
}

/** Everything below amazonaws.com: trust store and agents from here, the services from the emulator. */
export function awsFront(options: AwsFrontOptions): Server {
  const {
    certificate,
    certificate: { key },
  } = options;
  return createServer({ cert: certificate.certificate, key }, (request, response) => {
    const host = request.headers.host ?? '';
    const path = request.url ?? '/';
    const [, agent] = AGENT.exec(path) ?? [];
    response.on('finish', () => options.log(line(request, response)));
    if (host.startsWith('truststore.pki.rds.')) response.end(options.databaseAuthority);
    else if (agent !== undefined && request.headers.authorization === undefined) {
      response.end(readFileSync(join(options.agentPackages, `${agent}.deb`)));
    } else pass(request, response, options);
  });
}

function line(request: IncomingMessage, response: ServerResponse): string {
  const target = request.headers['x-amz-target'] ?? '';
  return `${clientOf(request)} ${request.method} ${request.headers.host} ${request.url} ${String(target)} ${response.statusCode}`;
}

function clientOf({ socket }: IncomingMessage): string {
  return (socket.remoteAddress ?? '').replace('::ffff:', '');
}

function pass(request: IncomingMessage, response: ServerResponse, options: AwsFrontOptions): void {
  const { emulatorPort: port, onLifecycleAction } = options;
  const onward = forward(
    { host: '127.0.0.1', port, method: request.method, path: request.url, headers: request.headers, agent: false },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      const corrupted = ARCHIVE.test(request.url ?? '') && options.corruptsArchives(clientOf(request));
      (corrupted ? answer.pipe(oneByteOff()) : answer).pipe(response);
      if (answer.statusCode === 200 && request.headers.host?.startsWith('autoscaling.') === true) {
        const form = new URLSearchParams(Buffer.concat(body).toString('utf8'));
        if (form.get('Action') === 'CompleteLifecycleAction') {
          onLifecycleAction(form.get('InstanceId') ?? '', form.get('LifecycleActionResult') ?? '');
        }
      }
    },
  );
  const body: Buffer[] = [];
  if (request.headers.host?.startsWith('autoscaling.') === true)
    request.on('data', (chunk: Buffer) => body.push(chunk));
  onward.on('error', () => {
    if (!response.headersSent) response.writeHead(503);
    response.end();
  });
  request.pipe(onward);
}
