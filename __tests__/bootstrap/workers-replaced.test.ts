import { spawn, type ChildProcess } from 'node:child_process';
import { request as call } from 'node:http';
import { mkdirSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { instanceFile, testWith, write } from './support';
import { temporaryFolder } from '../support/temporary-folder';
import { freePort } from '../support/free-port';

/** An answer of a FastCGI application to its first request: output, end of output, end of request. */
const ANSWER = Buffer.concat([
  record(6, 'Status: 200\r\nContent-Type: text/plain\r\n\r\nserved'),
  record(6, ''),
  end(),
]);

function record(type: number, content: string | Buffer): Buffer {
  const body = Buffer.from(content);
  const head = Buffer.from([1, type, 0, 1, 0, 0, 0, 0]);
  head.writeUInt16BE(body.length, 4);
  return Buffer.concat([head, body]);
}

function end(): Buffer {
  return record(3, Buffer.alloc(8));
}

/** Workers that break off so many requests before they answer one. */
function workers(socket: string): { server: Server; breakOff: (count: number) => void } {
  let left = 0;
  const server = createServer((request: Socket) => {
    request.on('error', () => undefined);
    request.once('data', () => {
      left -= 1;
      if (left >= 0) request.destroy();
      else request.end(ANSWER);
    });
  }).listen(socket);
  return { server, breakOff: (count) => (left = count) };
}

/** The configuration of an instance with every path below a folder. */
function configured(folder: string, port: number): string {
  write(join(folder, 'srv/site/current/index.php'), '<?php');
  write(join(folder, 'etc/nginx/site-names.conf'), 'server_name site.example;');
  mkdirSync(join(folder, 'log'));
  const text = instanceFile('/opt/site/nginx.conf')
    .replaceAll('/run/php/', `${folder}/`)
    .replaceAll('/run/nginx.pid', `${folder}/nginx.pid`)
    .replaceAll('/var/log/nginx/', `${folder}/log/`)
    .replaceAll('/etc/nginx/site-names.conf', `${folder}/etc/nginx/site-names.conf`)
    .replaceAll('include fastcgi_params', 'include /etc/nginx/fastcgi_params')
    .replaceAll('/srv/site/', `${folder}/srv/site/`)
    .replaceAll(/listen \d+/g, `listen 127.0.0.1:${port}`)
    .replace(/^user .*$/m, 'daemon off; user root;');
  return write(join(folder, 'nginx.conf'), text);
}

let nginx: ChildProcess | undefined;
let server: Server | undefined;

afterEach(async () => {
  server?.close();
  if (nginx?.exitCode === null && nginx.kill('SIGTERM')) await new Promise((exited) => nginx?.once('exit', exited));
});

testWith(
  'nginx',
  'a worker that ends before it has answered costs no visitor a page, and no order is given twice',
  async () => {
    const folder = temporaryFolder();
    const port = await freePort();
    const php = workers(join(folder, 'site.sock'));
    ({ server } = php);
    nginx = spawn('nginx', ['-c', configured(folder, port), '-e', join(folder, 'log/error.log')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const ask = (method: string): Promise<number> =>
      new Promise((resolve) => {
        const asked = call({
          host: '127.0.0.1',
          port,
          method,
          headers: { host: 'site.example' },
          agent: false,
          timeout: 5_000,
        });
        asked.on('response', (response) => resolve(response.resume().statusCode ?? 0));
        asked.on('timeout', () => asked.destroy());
        asked.on('error', () => resolve(0));
        asked.end();
      });
    for (let tries = 0; tries < 50 && (await ask('GET')) !== 200; tries += 1) await pause(100);

    php.breakOff(1);
    expect(await ask('GET')).toBe(200);

    php.breakOff(1);
    expect(await ask('POST')).toBe(502);

    php.breakOff(2);
    expect(await ask('GET')).toBe(502);
    expect(await ask('GET')).toBe(200);
  },
);
