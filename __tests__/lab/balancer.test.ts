import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADDRESSES, defaultModel, ENVIRONMENTS } from './support/assemblies';
import { installed } from './support/installed';
import { balancerConfig, deregisterCommands, registerCommands } from '../../src/lab/config/balancer';
import type { LabBalancer, LabModel } from '../../src/lab/model/lab-model';
import { temporaryFolder } from '../support/temporary-folder';

const FILES = { socket: '/run/lab/balancer.sock', certificate: '/run/lab/site.pem' };
const PRODUCTION = defaultModel('production');

function config(change: Partial<LabBalancer> = {}, model: LabModel = PRODUCTION): string[] {
  const changed = { ...model, balancer: { ...model.balancer, ...change } };
  return balancerConfig(changed, ADDRESSES.nodes, ADDRESSES, FILES)
    .split('\n')
    .map((line) => line.trim());
}

describe('balancerConfig', () => {
  it('never tries a request again, as no Application Load Balancer does', () => {
    expect(config()).toEqual(expect.arrayContaining(['retries 0', 'no option redispatch']));
  });

  it('checks health with the path, the codes and the timing of the target group', () => {
    const change = {
      healthPath: '/up',
      healthMatcher: '200-299',
      intervalSeconds: 7,
      timeoutSeconds: 3,
      healthyThreshold: 4,
      unhealthyThreshold: 5,
    };

    expect(config(change)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('http-check send meth GET uri /up '),
        'http-check expect status 200-299',
        'timeout check 3s',
        'default-server inter 7s rise 4 fall 5',
      ]),
    );
  });

  it('closes idle connections after the idle timeout', () => {
    const idle = config({ idleSeconds: 33 }).filter((line) => line.endsWith(' 33s'));

    expect(idle.map((line) => line.split(' ')[1])).toEqual([
      'client',
      'server',
      'http-request',
      'http-keep-alive',
      'tunnel',
    ]);
  });

  it.each([
    ['round_robin', 'roundrobin'],
    ['least_outstanding_requests', 'leastconn'],
  ] as const)('chooses instances by %s as %s', (algorithm, balance) => {
    expect(config({ algorithm })).toContain(`balance ${balance}`);
  });

  it('begins with no node registered, and speaks to each from its own address', () => {
    const servers = config().filter((line) => /^server n\d/.test(line));

    expect(servers).toEqual([
      'server n1 10.77.0.101:80 check disabled',
      'server n1-open 10.77.0.101:80 backup disabled',
      'server n2 10.77.0.102:80 check disabled',
      'server n2-open 10.77.0.102:80 backup disabled',
    ]);
    expect(config()).toContain('source 10.77.0.10');
  });

  it('does on each port what the listener does', () => {
    const lines = config();

    expect(lines).toEqual(
      expect.arrayContaining([
        'bind 10.77.0.10:80',
        'http-request redirect location https://%[req.hdr(Host),field(1,:)]:443%[pathq] code 301',
        'bind 10.77.0.10:443 ssl crt /run/lab/site.pem ssl-min-ver TLSv1.2 alpn h2,http/1.1',
        'use_backend handover if rule-0',
        'http-request return status 404 content-type text/plain string "No such site" if !rule-0',
      ]),
    );
    expect(config({}, defaultModel('development'))).toContain('default_backend handover');
  });

  it('tries rules in their order and matches host names as listener rules do', () => {
    const [, https] = PRODUCTION.balancer.listeners;
    if (https === undefined) throw new Error('no HTTPS listener');
    const rules = [
      { hosts: ['*.a.example', 'b?.example'], action: { type: 'forward' } as const },
      {
        hosts: ['c.example'],
        action: { type: 'respond', status: 503, contentType: 'text/plain', body: 'later' } as const,
      },
    ];

    expect(config({ listeners: [{ ...https, rules }] })).toEqual(
      expect.arrayContaining([
        'acl rule-0 req.hdr(Host),field(1,:) -m reg -i ^.*\\\\.a\\\\.example$',
        'acl rule-0 req.hdr(Host),field(1,:) -m reg -i ^b.\\\\.example$',
        'use_backend handover if rule-0',
        'http-request return status 503 content-type text/plain string "later" if !rule-0 rule-1',
        'http-request return status 404 content-type text/plain string "No such site" if !rule-0 !rule-1',
      ]),
    );
  });

  it.each([
    [
      'append',
      'http-request set-header X-Forwarded-For "%[var(txn.forwarded)], %[src]" if { req.hdr(X-Forwarded-For) -m found }',
    ],
    ['remove', 'http-request del-header X-Forwarded-For'],
  ] as const)('can %s the header of forwarded addresses', (forwardedFor, line) => {
    expect(config({ forwardedFor })).toContain(line);
  });

  it('leaves the header of forwarded addresses alone when it is to be preserved', () => {
    expect(config({ forwardedFor: 'preserve' }).filter((line) => line.includes('X-Forwarded-For'))).toEqual([]);
  });

  it('keeps a visitor on a node only when the target group is sticky', () => {
    expect(config({ stickySeconds: 60 })).toContain('cookie AWSALB insert indirect nocache maxlife 60s');
    expect(config().filter((line) => line.includes('cookie'))).toEqual([]);
  });

  it('gives requests under way the deregistration delay, after no new one comes', () => {
    const [node] = ADDRESSES.nodes;
    if (node === undefined) throw new Error('no node');
    const waits = deregisterCommands(PRODUCTION, node).filter(({ thenSeconds }) => thenSeconds > 0);

    expect(waits).toEqual([{ command: 'set server web/n1 state drain', thenSeconds: 120 }]);
    expect(deregisterCommands(PRODUCTION, node).at(-1)?.command).toBe('set server web/n1 state maint');
    expect(registerCommands(node).map(({ command }) => command)).toContain('set server web/n1 health down');
  });
});

(installed('haproxy') ? test : test.skip).each(ENVIRONMENTS)(
  'HAProxy takes the configuration of %s without a warning',
  (name) => {
    const folder = temporaryFolder();
    const certificate = join(folder, 'site.pem');
    const request = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=lab',
      '-keyout',
      certificate,
      '-out',
      `${certificate}.crt`,
    ];
    spawnSync('openssl', request);
    spawnSync('sh', ['-c', 'cat "$0.crt" >> "$0"', certificate]);
    const file = join(folder, 'haproxy.cfg');
    writeFileSync(
      file,
      balancerConfig(defaultModel(name), ADDRESSES.nodes, ADDRESSES, { socket: join(folder, 's'), certificate }),
    );

    const { status, stderr } = spawnSync('haproxy', ['-c', '-f', file], { encoding: 'utf8' });

    expect(stderr).not.toMatch(/WARNING|ALERT/);
    expect(status).toBe(0);
  },
);
