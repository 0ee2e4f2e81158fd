import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { Certificate } from '../host/certificates';

/** Hosts that the front stands for. */
export const DEBIAN_NAMES = ['deb.debian.org', 'security.debian.org', 'cdn-aws.deb.debian.org'] as const;

/** Debian's servers as instances see them; what they answer comes from the mirror outside of the lab's network. */
export function debianFronts(mirrorSocket: string, certificate: Certificate): { plain: Server; tls: TlsServer } {
  const pass = (request: IncomingMessage, response: ServerResponse): void => {
    const headers = { ...request.headers, host: 'deb.debian.org' };
    const onward = forward(
      { socketPath: mirrorSocket, method: request.method, path: request.url, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => {
      if (!response.headersSent) response.writeHead(503);
      response.end();
    });
    request.pipe(onward);
  };
  return {
    plain: createServer(pass),
    tls: createTlsServer({ cert: certificate.certificate, key: certificate.key }, pass),
  };
}
