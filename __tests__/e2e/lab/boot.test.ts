import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { InstanceStatus } from '../../../src/lab/inside/nodes/instance';
import { labFolders, runningLab } from '../../../src/lab/lab-record';
import { FAULTS, lineThatSays, type Fault, type LogClue } from '../../../src/lab/faults';
import { renderReport } from '../../../src/lab/scenarios/render-report';
import type { LabReport } from '../../../src/lab/scenarios/report';
import { reportFolder } from '../../../src/lab/scenarios/report-file';
import { TRIALS } from '../../../src/lab/scenarios/trials';
import type { Ended } from '../support/sandbox-project';
import { LabProject, missingForLab } from './support/lab-project';

const missing = missingForLab();
if (missing !== undefined && (process.env.CI ?? '') !== '') throw new Error(missing);
if (missing !== undefined) process.stderr.write(`SKIPPED: nothing boots in this run: ${missing}\n`);
const MINUTES = 60_000;
/** What the launch hook allows. */
const LONGEST_BOOT_SECONDS = 900;
/** Report and screenshots of the last run. */
const KEPT = resolve(__dirname, '../../../coverage/lab-report');
jest.setTimeout(MINUTES);

interface UpDocument {
  readonly running: boolean;
  readonly lab: { readonly instances: readonly (InstanceStatus & { readonly balancer: string })[] };
}

/** What the log of a node must say of a fault; undefined where the site survives it, and for scenarios. */
function clueOf(name: string): LogClue | undefined {
  const catalogue: Readonly<Record<string, Fault>> = FAULTS;
  return catalogue[name]?.says;
}

/** Programs of a lab on this machine whose command line or folder names this project. */
function processesOf(directory: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(directory) ? [line] : [];
      } catch {
        return [];
      }
    });
}

(missing === undefined ? describe : describe.skip)('an environment on this machine', () => {
  const project = new LabProject();
  let up: UpDocument;

  beforeAll(async () => {
    // the environment with a domain, and with TLS at the balancer
    up = JSON.parse((await project.succeed('lab up -e production --json')).stdout) as UpDocument;
  }, 15 * MINUTES);

  afterAll(async () => {
    await project.run('lab down');
    project.remove();
  }, MINUTES);

  test('two instances boot from the user data into service', () => {
    expect(up.lab.instances.map(({ launchHook, balancer, health }) => ({ launchHook, balancer, health }))).toEqual([
      { launchHook: 'CONTINUE', balancer: 'UP', health: 200 },
      { launchHook: 'CONTINUE', balancer: 'UP', health: 200 },
    ]);
  });

  test('cloud-init read the EC2 metadata and found nothing wrong', async () => {
    expect(await project.lab.on('n1', 'cloud-init status --long')).toMatch(/status: done[^]*DataSourceEc2/);
  });

  test('the site answers through the load balancer', async () => {
    const { status, body } = await project.lab.visitor.visit('/');

    expect({ status, title: body.includes('<title>My site') }).toEqual({ status: 200, title: true });
  });

  test('a Host that is not the site is refused', async () => {
    const headers = { host: 'evil.example.com' };

    expect((await project.lab.visitInstance('n1', '/', { headers })).status).toBe(421);
    expect((await project.lab.visitor.visit('/', { headers })).status).toBe(404);
  });

  test('shared files come over TLS, and both instances see the same', async () => {
    await project.lab.on('n1', 'echo shared > /mnt/shared/uploads/probe');

    expect(await project.lab.on('n2', 'cat /mnt/shared/uploads/probe')).toBe('shared');
    expect(await project.lab.on('n1', 'grep " /mnt/shared " /proc/mounts')).toMatch(
      /^127\.0\.0\.1:\/ .* nfs4 .*vers=4\.1/,
    );
  });

  test('the site was installed once', async () => {
    const logs = await Promise.all(['n1', 'n2'].map((name) => project.lab.on(name, 'cat /var/log/site/boot.log')));

    expect(logs.filter((log) => log.includes('installed site: ready'))).toHaveLength(1);
  });

  test('an instance reaches what its security groups allow, and nothing else', async () => {
    const reaches = (address: string, port: number): Promise<string> =>
      project.lab.on('n1', `timeout 3 bash -c ': </dev/tcp/${address}/${port}' 2>/dev/null && echo yes || echo no`);
    const database = (await project.lab.ask('status', {})).database ?? '';

    const asked = [reaches(database, 3306), reaches(database, 22), reaches('10.77.0.102', 80)];
    expect(await Promise.all(asked)).toEqual(['yes', 'no', 'no']);
  });

  test(
    'the role reads the settings of its own environment only',
    async () => {
      const read = (path: string): string =>
        `. <(sed '/^case "\\$1" in$/,$d' /opt/site/instance); connect; call ssm AmazonSSM.GetParametersByPath '{"Path":"${path}"}' /run/probe; cat /run/probe`;
      const run = (path: string) =>
        project.lab.ask('run', { instance: 'n1', command: `set -- context; ${read(path)}`, seconds: 90 });

      expect((await run('/wordpress/production')).output).toContain('"Name": "/wordpress/production/app"');
      expect((await run('/wordpress/development')).output).toContain('AccessDenied');
    },
    3 * MINUTES,
  );

  describe('shows that', () => {
    let ended: Ended;
    let report: LabReport;

    beforeAll(async () => {
      ended = await project.run('lab prove --json');
      report = JSON.parse(ended.stdout) as LabReport;
      cpSync(reportFolder(project.directory), KEPT, { recursive: true });
      process.stderr.write(`${renderReport(report)}\n`);
    }, 15 * MINUTES);

    test.each(TRIALS.map(({ name, summary }) => [name, summary] as const))('%s: %s', (name) => {
      const result = [...report.scenarios, ...report.faults].find((each) => each.name === name);

      expect(result).toMatchObject({ name, passed: true, detail: expect.stringMatching(/./) as string });
      const clue = clueOf(name);
      const { logLine = null } = report.faults.find((fault) => fault.name === name) ?? {};
      expect(logLine).toBe(clue === undefined ? null : lineThatSays(logLine ?? '', clue));
    });

    test('figures are those of a machine that works', () => {
      const { stock, prepared } = report.bootSeconds;

      expect(prepared).toBeGreaterThan(5);
      expect(stock).toBeGreaterThan(prepared ?? 0);
      expect(stock).toBeLessThan(LONGEST_BOOT_SECONDS);
      expect(report.scenarios.find(({ name }) => name === 'page-time')?.figure).toBeGreaterThan(1);
    });

    test('screenshots lie beside the report', () => {
      expect(readdirSync(KEPT)).toEqual(expect.arrayContaining(['admin.png', 'home.png', 'report.json']));
    });

    test('the report that is told is the one that was recorded', async () => {
      const told = await project.run('lab report --json');

      expect(told.exitCode).toBe(ended.exitCode);
      expect(JSON.parse(told.stdout)).toEqual(report);
    });
  });

  test(
    'another lab of the project is refused',
    async () => {
      const { exitCode, stderr } = await project.run('lab up -e production --no-synth');

      expect({ exitCode, stderr }).toEqual({
        exitCode: 1,
        stderr: expect.stringContaining('a lab runs already') as string,
      });
    },
    MINUTES,
  );

  test(
    'everything ends with the one process that is recorded, even when that is killed',
    async () => {
      const record = runningLab(project.directory);
      expect(processesOf(project.directory).length).toBeGreaterThan(3);

      process.kill(record?.pid ?? 0, 'SIGKILL');
      await sleep(2_000);

      expect(processesOf(project.directory)).toEqual([]);
      expect(readFileSync('/proc/mounts', 'utf8')).not.toContain(project.directory);
    },
    MINUTES,
  );

  test(
    'what a killed lab left is removed',
    async () => {
      expect((await project.succeed('lab down --json')).stdout).toContain('"running": false');

      expect(readdirSync(labFolders(project.directory).folder)).toEqual([]);
    },
    MINUTES,
  );
});
