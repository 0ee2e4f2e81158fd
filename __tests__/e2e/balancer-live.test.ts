import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ADDRESSES, defaultModel } from '../lab/support/assemblies';
import { installed } from '../lab/support/installed';
import { balancerConfig, deregisterCommands, registerCommands } from '../../src/lab/config/balancer';
import type { LabModel } from '../../src/lab/model/lab-model';
import { temporaryFolder } from '../support/temporary-folder';
import { freePort } from '../support/free-port';

let listener: number;
const socket = join(temporaryFolder(), 's');
const agent = new http.Agent({ keepAlive: true });
const NODES = ADDRESSES.nodes.map((node, index) => ({ ...node, address: `127.0.0.${index + 2}` }));

/** What each node was asked, oldest first. */
const asked: string[] = [];
const unhealthy = new Set<string>();
const servers: http.Server[] = [];
let balancer: ChildProcess;
let model: LabModel;

/** A node: `/reset` breaks off, `/silent` never answers, all else tells what was asked. */
function answer(name: string): http.RequestListener {
  return (request, response) => {
    const { url } = request;
    if (url !== '/healthz') asked.push(`${name} ${url}`);
    if (url === '/healthz') response.writeHead(unhealthy.has(name) ? 503 : 200).end();
    else if (url === '/reset') request.socket.destroy();
    else if (url !== '/silent') response.end(JSON.stringify({ name, headers: request.headers }));
  };
}

function ask(path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const options = { port: listener, path, agent, headers: { 'X-Forwarded-For': '192.0.2.1' } };
    http
      .get(options, (response) => {
        let body = '';
        response.on('data', (part) => (body += String(part)));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      })
      .on('error', reject);
  });
}

function tell(command: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const control = connect(socket, () => control.end(`${command}\n`));
    control
      .on('error', reject)
      .on('close', () => resolve())
      .resume();
  });
}

async function register(...indexes: number[]): Promise<void> {
  for (const node of indexes.flatMap((index) => NODES[index] ?? [])) {
    for (const { command } of registerCommands(node)) await tell(command);
  }
  await pause(2500);
}

const available = installed('haproxy');

beforeAll(async () => {
  if (!available) return;
  const first = http.createServer(answer('n1')).listen(0, NODES[0]?.address);
  await new Promise((listening) => first.on('listening', listening));
  const { port } = first.address() as AddressInfo;
  const second = http.createServer(answer('n2')).listen(port, NODES[1]?.address);
  servers.push(first, second);

  listener = await freePort();
  const development = defaultModel('development');
  const timing = { intervalSeconds: 1, timeoutSeconds: 1, healthyThreshold: 2, unhealthyThreshold: 2, idleSeconds: 2 };
  const listeners = development.balancer.listeners.map((each) => ({ ...each, port: listener }));
  model = { ...development, balancer: { ...development.balancer, ...timing, port, listeners } };
  const config = balancerConfig(model, NODES, { ...ADDRESSES, balancer: '127.0.0.1' }, { socket, certificate: '' });
  writeFileSync(`${socket}.cfg`, config);
  balancer = spawn('haproxy', ['-db', '-f', `${socket}.cfg`], { stdio: 'ignore' });
  for (let tries = 0; tries < 50 && !existsSync(socket); tries += 1) await pause(100);
}, 30_000);

afterAll(() => {
  if (!available) return;
  agent.destroy();
  balancer.kill();
  servers.forEach((server) => server.close().closeAllConnections());
});

(available ? describe : describe.skip)('the running balancer', () => {
  beforeEach(() => {
    asked.length = 0;
    unhealthy.clear();
  });

  it('answers 503 as long as no node is registered', async () => {
    expect((await ask('/')).status).toBe(503);
  });

  it('says who asked, and how', async () => {
    await register(0);

    const { status, body } = await ask('/');

    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      headers: {
        'x-forwarded-for': '192.0.2.1, 127.0.0.1',
        'x-forwarded-proto': 'http',
        'x-forwarded-port': `${listener}`,
      },
    });
    expect(body).toMatch(/"x-amzn-trace-id":"Root=1-[0-9a-f]{8}-[0-9a-f]{24}"/);
  }, 20_000);

  it('gives each node its share', async () => {
    await register(1);

    for (let count = 0; count < 6; count += 1) await ask('/');

    expect(asked.filter((each) => each.startsWith('n1'))).toHaveLength(3);
  }, 20_000);

  it('answers 502 when a node breaks off, and asks no other node', async () => {
    const answers = [await ask('/reset'), await ask('/reset'), await ask('/reset')];

    expect(answers.map(({ status }) => status)).toEqual([502, 502, 502]);
    expect(asked).toHaveLength(3);
  });

  it('answers 504 when a node is silent for the idle timeout, and asks no other node', async () => {
    expect((await ask('/silent')).status).toBe(504);
    expect(asked).toHaveLength(1);
  }, 20_000);

  it('leaves out an unhealthy node, and asks all of them when none is healthy', async () => {
    unhealthy.add('n1');
    await pause(3500);
    await ask('/');
    await ask('/');
    expect(new Set(asked)).toEqual(new Set(['n2 /']));

    unhealthy.add('n2');
    await pause(3500);
    const { status } = await ask('/');
    expect(status).toBe(200);
  }, 20_000);

  it('gives a leaving node nothing new', async () => {
    const [leaving] = NODES;
    if (leaving === undefined) throw new Error('no node');
    for (const { command } of deregisterCommands(model, leaving).slice(0, 2)) await tell(command);
    await pause(3500);

    for (let count = 0; count < 4; count += 1) await ask('/');

    expect(new Set(asked)).toEqual(new Set(['n2 /']));
  }, 20_000);

  it('answers 502 when a node refuses the connection', async () => {
    servers.forEach((server) => server.close().closeAllConnections());

    expect((await ask('/')).status).toBe(502);
  });
});
