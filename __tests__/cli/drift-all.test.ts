import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/core/errors';
import type { Services } from '../../src/cli/context';
import type { FleetDocument } from '../../src/drift';
import type { PlanJson } from '../../src/terraform/plan/plan-json';
import { planOf, type ResourceFixture } from '../drift/plan-fixture';
import { fakeTerraform, type FakeStack, type FakeTerraform } from '../support/fake-terraform';
import {
  FOUNDATION_OUTPUTS,
  NO_DRIFT_SERVICES,
  projectFolder,
  wordpressHa,
  writeAssembly,
  type Outcome,
  type World,
} from './support';

const ENVIRONMENTS = ['development', 'production', 'staging'];
const VPC = { address: 'aws_vpc.Network', applied: { id: 'vpc-1', tags: { Name: 'site' } } };
const CHANGED = { ...VPC, live: { id: 'vpc-1', tags: { Name: 'hacked' } }, planned: VPC.applied };
const LB = { address: 'aws_lb.Public', applied: { id: '1' } };

interface Fleet {
  /** Terraform by environment and stack. */
  readonly scripts?: Readonly<Record<string, Readonly<Record<string, FakeStack>>>>;
  /** Environments whose app fails. */
  readonly broken?: readonly string[];
  /** Stacks of an environment; two empty ones without it. */
  readonly stacks?: (environment: string) => World['stacks'];
  readonly processors?: number;
  readonly memoryMB?: number;
}

interface FleetOutcome extends Outcome {
  readonly most: number;
  readonly fakes: readonly FakeTerraform[];
  fleet(): FleetDocument;
}

function script(outputs: FakeStack['outputs'], ...resources: readonly ResourceFixture[]): FakeStack {
  return { outputs: outputs ?? {}, plans: [planOf(...resources) as unknown as PlanJson] };
}

/** Looks at every environment of an app that has three, each with two stacks. */
async function look(line: string, fleet: Fleet = {}): Promise<FleetOutcome> {
  const fakes: FakeTerraform[] = [];
  const running = { now: 0, most: 0 };
  /** Longer than a turn of the loop, so that whatever may run at the same time does. */
  const busy = async (): Promise<void> => {
    running.now += 1;
    running.most = Math.max(running.most, running.now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running.now -= 1;
  };
  const clean = { foundation: script(FOUNDATION_OUTPUTS, VPC), web: script({}, LB) };
  const open: Awaited<ReturnType<Services['terraformHost']>>['open'] = ({ name }, workspace) => {
    const scripts: Readonly<Record<string, FakeStack>> = { ...clean, ...fleet.scripts?.[workspace] };
    const fake = fakeTerraform(name, { during: busy, ...scripts[name] });
    fakes.push(fake);
    return fake;
  };
  const services: Partial<Services> = {
    runApp: (_project, outdir, { TF_WORKSPACE: environment = '' }) => {
      if (fleet.broken?.includes(environment) === true)
        return Promise.resolve({ exitCode: 1, stdout: '', stderr: `${environment} is broken` });
      writeAssembly(outdir, environment, { stacks: fleet.stacks?.(environment) });
      const file = join(outdir, 'environments.json');
      const written = JSON.parse(readFileSync(file, 'utf8')) as { environments: [object] };
      const environments = ENVIRONMENTS.map((name) => ({ ...written.environments[0], name }));
      writeFileSync(file, JSON.stringify({ ...written, environments }));
      return Promise.resolve({ exitCode: 0, stdout: '', stderr: '' });
    },
    terraformHost: () =>
      Promise.resolve({
        ...{ binary: { path: 'terraform', version: '1.11.4' }, providerSource: 'none', notes: ['a note'] },
        ...{ open, openOffline: open },
      }),
    drift: {
      ...NO_DRIFT_SERVICES,
      machine: () => ({ processors: fleet.processors ?? 2, memoryMB: fleet.memoryMB ?? 16_000 }),
    },
  };
  const outcome = await wordpressHa(line, { services });
  return {
    ...outcome,
    ...{ most: running.most, fakes },
    fleet: () => outcome.json() as unknown as FleetDocument,
  };
}

const CHANGED_IN_PRODUCTION = { production: { foundation: script(FOUNDATION_OUTPUTS, CHANGED) } };

test('checks every stack of every environment and reports once, with the exit code of the worst', async () => {
  const pending = { staging: { web: script({}, { address: 'aws_lb.Public', planned: { id: '1' } }) } };
  const { exitCode, stdout } = await look('drift --all', { scripts: { ...CHANGED_IN_PRODUCTION, ...pending } });

  expect(stdout.slice(stdout.indexOf('environment '))).toBe(
    [
      'environment  drifted  pending  noted  worst  not checked',
      'development        0        0      0  -      -',
      'production         1        0      0  info   -',
      'staging            0        1      0  info   web (not applied)',
      '3 environments checked: 1 drifted, 1 pending, 0 noted',
      '',
    ].join('\n'),
  );
  expect(stdout).toContain('foundation: aws_vpc.Network: tags.Name');
  expect(exitCode).toBe(2);
  expect((await look('drift --all')).exitCode).toBe(0);
  expect((await look('drift --all', { scripts: pending })).exitCode).toBe(3);
});

test('tells an environment and a stack that fail beside the results of the others', async () => {
  const fleet = {
    broken: ['staging'],
    scripts: { ...CHANGED_IN_PRODUCTION, development: { web: { fails: { plan: new UserError('expired token') } } } },
  };
  const { exitCode, stderr, ...outcome } = await look('drift --all --json', fleet);
  const { environments, failed, summary } = outcome.fleet();

  expect(failed).toEqual([{ environment: 'staging', error: 'staging is broken' }]);
  expect(environments.map((each) => [each.environment, each.failed])).toEqual([
    ['development', [{ stack: 'web', error: 'expired token' }]],
    ['production', []],
  ]);
  expect(summary.revertable).toBe(1);
  expect(stderr).toContain('development: web: expired token\n');
  expect(stderr).toContain('staging: staging is broken\n');
  expect(exitCode).toBe(1);
});

test.each([
  [{ processors: 3, memoryMB: 64_000 }, 3],
  [{ processors: 16, memoryMB: 2600 }, 2],
  [{ processors: 16, memoryMB: 100 }, 1],
])('on a machine with %j at most %i of all plans run at the same time', async (machine, most) => {
  expect((await look('drift --all', machine)).most).toBe(most);
});

test('takes no lock and applies nothing, and tells notes of Terraform once', async () => {
  const { fakes, stderr } = await look('drift --all', { scripts: CHANGED_IN_PRODUCTION });
  const calls = new Set(fakes.flatMap((fake) => fake.calls.map((call) => call.split(' ')[0])));

  expect([...calls].toSorted()).toEqual(['init', 'outputs', 'plan', 'selectWorkspace']);
  expect(stderr.match(/a note/g)).toHaveLength(1);
});

test('an ignore rule that one environment needs is not called unused for the others', async () => {
  const rule = (address: string): object => ({
    ...{ address, reason: 'agreed with operations', owner: 'web-team', expires: '2026-12-31' },
  });
  const ignore = [rule('aws_vpc.Network'), rule('aws_eip.A')];
  writeFileSync(join(projectFolder(), 'drift.json'), JSON.stringify({ ignore }));
  const outcome = await look('drift --all --json', { scripts: CHANGED_IN_PRODUCTION });

  expect(outcome.fleet().ignoreProblems.map(({ rule: { address } }) => address)).toEqual(['aws_eip.A']);
  expect(outcome.exitCode).toBe(0);
});

test.each(['table', 'json', 'markdown', 'sarif', 'junit', 'html'])(
  'as %s it holds every environment',
  async (format) => {
    const { stdout } = await look(`drift --all --format ${format}`, {
      broken: ['staging'],
      scripts: CHANGED_IN_PRODUCTION,
    });

    for (const environment of ENVIRONMENTS) expect(stdout).toContain(environment);
    expect(stdout).toContain('aws_vpc.Network');
  },
);

test('checks only what is named', async () => {
  const outcome = await look('drift --all --only staging --only development --stack web --json');

  expect(outcome.fleet().environments.map(({ environment, stacks }) => [environment, stacks.length])).toEqual([
    ['development', 1],
    ['staging', 1],
  ]);
});

test.each([
  ['--all -e production', "'--environment' does not go with '--all', which is about every environment; leave it out"],
  ['--all --only prodution', "got 'prodution'; did you mean 'production'"],
  ['--only production', "'--only' needs '--all'; name a single environment by '--environment'"],
  ['--all --format xml', "'--format' must be one of table, json, markdown, sarif, junit, html, got 'xml'"],
  ['--all --threshold bad', "'--threshold' must be one of info, low, medium, high, critical, got 'bad'"],
])('refuses drift %s', async (line, message) => {
  const { exitCode, stderr } = await look(`drift ${line}`);

  expect(stderr).toContain(message);
  expect(exitCode).toBe(1);
});

describe('drift role', () => {
  const stacks = (environment: string): World['stacks'] => ({
    web: { configuration: { resource: { aws_ssm_parameter: { title: { name: `/site/${environment}/title` } } } } },
  });
  const folders = ({ stdout }: Outcome): readonly string[] =>
    (JSON.parse(stdout) as { Statement: { Sid: string; Resource: string[] }[] }).Statement.flatMap(
      ({ Sid, Resource }) => (Sid === 'ReadParameters' ? Resource : []),
    );

  it('--all is for every environment, and --only for some', async () => {
    const read = (environment: string): string => `arn:aws:ssm:*:*:parameter/site/${environment}/*`;

    expect(folders(await look('drift role --all', { stacks }))).toEqual(ENVIRONMENTS.map(read));
    expect(folders(await look('drift role --all --only staging', { stacks }))).toEqual([read('staging')]);
    expect(folders(await look('drift role -e production', { stacks }))).toEqual([read('production')]);
  });

  it('refuses names without --all, and fails with the environment that cannot be synthesized', async () => {
    const { exitCode, stderr } = await look('drift role --only staging', { stacks });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("'--only' needs '--all'");

    expect((await look('drift role --all', { stacks, broken: ['staging'] })).stderr).toContain('staging is broken');
  });
});
