import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { InstanceStatus } from '../../../src/lab/inside/nodes/instance';
import { labFolders, runningLab } from '../../../src/lab/lab-record';
import { LabProject, missingForLab } from './support/lab-project';

const missing = missingForLab();
if (missing !== undefined && (process.env.CI ?? '') !== '') throw new Error(missing);
if (missing !== undefined) process.stderr.write(`SKIPPED: nothing boots in this run: ${missing}\n`);
const MINUTES = 60_000;
jest.setTimeout(MINUTES);

interface UpDocument {
  readonly running: boolean;
  readonly lab: { readonly instances: readonly (InstanceStatus & { readonly balancer: string })[] };
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
    up = JSON.parse((await project.succeed('lab up --json')).stdout) as UpDocument;
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
    expect(await project.on('n1', 'cloud-init status --long')).toMatch(/status: done[^]*DataSourceEc2/);
  });

  test('the site answers through the load balancer', async () => {
    expect(await project.visit('/')).toMatchObject({ status: 200, body: expect.stringContaining('<title>') as string });
  });

  test('a Host that is not the site is refused', async () => {
    expect((await project.visit('/', 'evil.example.com')).status).toBe(421);
  });

  test('shared files come over TLS, and both instances see the same', async () => {
    await project.on('n1', 'echo shared > /mnt/shared/uploads/probe');

    expect(await project.on('n2', 'cat /mnt/shared/uploads/probe')).toBe('shared');
    expect(await project.on('n1', 'grep " /mnt/shared " /proc/mounts')).toMatch(/^127\.0\.0\.1:\/ .* nfs4 .*vers=4\.1/);
  });

  test('the site was installed once', async () => {
    const logs = await Promise.all(['n1', 'n2'].map((name) => project.on(name, 'cat /var/log/site/boot.log')));

    expect(logs.filter((log) => log.includes('installed site: ready'))).toHaveLength(1);
  });

  test('an instance reaches what its security groups allow, and nothing else', async () => {
    const reaches = (address: string, port: number): Promise<string> =>
      project.on('n1', `timeout 3 bash -c ': </dev/tcp/${address}/${port}' 2>/dev/null && echo yes || echo no`);
    const database = (await project.ask('status', {})).database ?? '';

    expect(await reaches(database, 3306)).toBe('yes');
    expect(await reaches(database, 22)).toBe('no');
    expect(await reaches('10.77.0.102', 80)).toBe('no');
  });

  test(
    'the role reads the settings of its own environment only',
    async () => {
      const read = (path: string): string =>
        `. <(sed '/^case "\\$1" in$/,$d' /opt/site/instance); connect; call ssm AmazonSSM.GetParametersByPath '{"Path":"${path}"}' /dev/stdout`;
      const run = (path: string) =>
        project.ask('run', { instance: 'n1', command: `set -- context; ${read(path)}`, seconds: 90 });

      expect((await run('/wordpress/development')).output).toContain('"Name": "/wordpress/development/app"');
      expect((await run('/wordpress/production')).output).toContain('AccessDenied');
    },
    3 * MINUTES,
  );

  test(
    'a reboot brings an instance back with its shared files',
    async () => {
      const first = await project.on('n1', 'cat /proc/sys/kernel/random/boot_id');
      await project.ask('run', { instance: 'n1', command: 'systemctl reboot', seconds: 20 }).catch(() => undefined);
      const back = async (): Promise<boolean> => {
        const n1 = (await project.ask('status', {})).instances.find(({ name }) => name === 'n1');
        return n1?.secondsToHealthy !== undefined && n1.health === 200 && Date.parse(n1.poweredOnAt ?? '') > begun;
      };
      const begun = Date.now();
      while (!(await back())) await sleep(500);

      expect(await project.on('n1', 'cat /proc/sys/kernel/random/boot_id')).not.toBe(first);
      expect(await project.on('n1', 'cat /mnt/shared/uploads/probe')).toBe('shared');
    },
    4 * MINUTES,
  );

  test(
    'another lab of the project is refused',
    async () => {
      const { exitCode, stderr } = await project.run('lab up --no-synth');

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
