import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call of a service of AWS. */
export interface JsonRequest {
  readonly body: unknown;
  /** Region for which it is signed. */
  readonly region: string | undefined;
}

/** Stands in for a service of AWS that is asked in JSON. */
export class JsonService {
  readonly requests: JsonRequest[] = [];
  private readonly server: Server;

  /** @param answer answers the call of a number, the first is 1 */
  constructor(private readonly answer: (number: number) => readonly [status: number, body: object]) {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        const region = /\d{8}\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1];
        this.requests.push({ body: JSON.parse(body), region });
        const [status, json] = this.answer(this.requests.length);
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(json));
      });
    });
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  start(): Promise<void> {
    return new Promise((listening) => this.server.listen(0, '127.0.0.1', listening));
  }

  stop(): Promise<unknown> {
    return new Promise((closed) => this.server.close(closed));
  }
}
