import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context, Services } from '../../src/cli/context';
import { run } from '../../src/cli/run';
import { quietProgress } from '../../src/cli/progress';
import { plainStyle } from '../../src/cli/render/style';
import type { AppResult } from '../../src/cli/session/run-app';
import { ACCESS_LOGS } from '../../src/policy/rules/elb/access-logs';
import { LB_DELETION_PROTECTION } from '../../src/policy/rules/elb/deletion-protection';
import { LOG_RETENTION } from '../../src/policy/rules/log/log-retention';
import { MULTI_AZ } from '../../src/policy/rules/rds/multi-az';
import { DATABASE_NOT_PUBLIC } from '../../src/policy/rules/rds/not-public';
import { STORAGE_ENCRYPTED } from '../../src/policy/rules/rds/storage-encrypted';
import { PUBLIC_ACCESS_BLOCK } from '../../src/policy/rules/s3/public-access-block';
import { NO_KEYS_IN_PROVIDER } from '../../src/policy/rules/tf/no-keys-in-provider';
import { removeSandboxOverrides } from '../../src/sandbox';
import type { SandboxStatus } from '../../src/sandbox/sandbox-status';
import type { JsonObject } from '../../src/terraform/json';
import type { Variables } from '../../src/terraform/process/process-environment';
import { fakeObjectStore } from '../support/fake-object-store';
import { fakeOpen, type FakeStack, type FakeTerraform } from '../support/fake-terraform';

/** One stack of the fake app. */
export interface StackFixture {
  readonly dependencies?: readonly string[];
  readonly configuration?: JsonObject;
}

/** What the fake app writes and what its surroundings answer. */
export interface World {
  readonly stacks?: Readonly<Record<string, StackFixture>>;
  /** Terraform by stack. */
  readonly scripts?: Readonly<Record<string, FakeStack>>;
  readonly protection?: string;
  readonly state?: JsonObject;
  readonly variables?: Variables;
  /** Lines typed in answer to questions; without them there is no terminal. */
  readonly answers?: readonly string[];
  readonly app?: AppResult;
  readonly services?: Partial<Services>;
  readonly aborted?: boolean;
}

/** What a run of the command line did. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly questions: readonly string[];
  readonly terraform: ReadonlyMap<string, FakeTerraform>;
  /** Variables that Terraform was found with. */
  readonly variables: Variables;
  /** The document of a run with `--json`. */
  json(): JsonObject;
}

export const SANDBOX: SandboxStatus = {
  pid: 4711,
  port: 5555,
  endpoint: 'http://127.0.0.1:5555',
  startedAt: '2026-11-21T00:00:00.000Z',
  accountId: '123456789012',
  logFile: 'sandbox.log',
  notes: [],
};

export const DEFAULT_STACKS: Readonly<Record<string, StackFixture>> = {
  state: {},
  foundation: { configuration: { output: { 'cross-stack-output-vpc': { value: 'x' } } } },
  web: {
    dependencies: ['foundation'],
    configuration: { locals: { vpc: '${data.terraform_remote_state.foundation.outputs.cross-stack-output-vpc}' } },
  },
};

/** Real rules, few enough that a new rule is no change of these tests. */
const SOME_RULES = [
  ACCESS_LOGS,
  DATABASE_NOT_PUBLIC,
  LB_DELETION_PROTECTION,
  LOG_RETENTION,
  MULTI_AZ,
  NO_KEYS_IN_PROVIDER,
  PUBLIC_ACCESS_BLOCK,
  STORAGE_ENCRYPTED,
];

/** State of a foundation that is applied. */
export const FOUNDATION_OUTPUTS = { 'cross-stack-output-vpc': { value: 'vpc-1', sensitive: false } };

let project = '';

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'wordpress-ha-'));
});

afterEach(() => {
  rmSync(project, { recursive: true, force: true });
});

/** What a check for drift finds where nothing lies beside the stacks and nobody called. */
export const NO_DRIFT_SERVICES: Services['drift'] = {
  inventory: () => Promise.resolve({ read: () => Promise.resolve([]) }),
  alarms: () => Promise.resolve({ read: () => Promise.resolve([]) }),
  trail: () => Promise.resolve(() => Promise.resolve([])),
  fetch: () => Promise.reject(new Error('no network')),
  machine: () => ({ processors: 2, memoryMB: 16_000 }),
};

/** The folder of the test's project. */
export function projectFolder(): string {
  return project;
}

/** Runs a command line, split at blanks, in a world of fakes. */
export async function wordpressHa(line: string, world: World = {}): Promise<Outcome> {
  const text = { stdout: '', stderr: '' };
  const questions: string[] = [];
  const answers = [...(world.answers ?? [])];
  const { open, opened } = fakeOpen(world.scripts);
  let variables: Variables = {};
  const host = (given: Variables): ReturnType<Services['terraformHost']> => {
    variables = given;
    return Promise.resolve({
      binary: { path: 'terraform', version: '1.11.4' },
      providerSource: 'none',
      notes: [],
      open,
      openOffline: open,
    });
  };
  const controller = new AbortController();
  if (world.aborted === true) controller.abort();
  const log = (message: string): void => {
    text.stderr += `${message}\n`;
  };
  const ask = (question: string): Promise<string> => {
    questions.push(question);
    return Promise.resolve(answers.shift() ?? '');
  };
  const context = (verbose: boolean): Context => ({
    project,
    folder: project,
    variables: world.variables ?? {},
    style: plainStyle,
    log,
    progress: (title) => quietProgress(title, log, verbose),
    ...(world.answers === undefined ? {} : { ask }),
    now: () => new Date('2026-11-21T12:00:00Z'),
    signal: controller.signal,
    services: { ...fakeServices(world), terraformHost: host, ...world.services },
  });
  const exitCode = await run(line.split(' '), {
    contextFor: ({ verbose }) => context(verbose),
    write: (chunk) => (text.stdout += chunk),
    writeError: (chunk) => (text.stderr += chunk),
  });
  return {
    exitCode,
    ...text,
    questions,
    terraform: opened,
    variables,
    json: () => JSON.parse(text.stdout) as JsonObject,
  };
}

function fakeServices(world: World): Omit<Services, 'terraformHost'> {
  return {
    runApp: (_project, outdir, { TF_WORKSPACE }) => {
      if (world.app === undefined) writeAssembly(outdir, TF_WORKSPACE ?? '', world);
      return Promise.resolve(world.app ?? { exitCode: 0, stdout: '', stderr: '' });
    },
    bucketExists: () => Promise.resolve(true),
    readStateLock: () => Promise.resolve(undefined),
    policyRules: () => Promise.resolve(SOME_RULES),
    drift: NO_DRIFT_SERVICES,
    lab: {
      start: () => Promise.reject(new Error('no lab in this test')),
      stop: () => Promise.resolve(false),
      status: () => Promise.resolve(undefined),
      shell: () => Promise.resolve(false),
      fail: () => Promise.resolve(undefined),
      heal: () => Promise.resolve(undefined),
      trials: () => Promise.resolve([]),
      prove: () => Promise.reject(new Error('no lab in this test')),
      report: () => Promise.resolve(undefined),
    },
    sandbox: {
      start: () => Promise.resolve(SANDBOX),
      stop: () => Promise.resolve(SANDBOX),
      status: () => Promise.resolve(SANDBOX),
      environment: ({ endpoint }) => Promise.resolve({ AWS_ENDPOINT_URL: endpoint, AWS_PROFILE: '' }),
      installOverrides: () => Promise.resolve({ files: [], exclusions: [] }),
      removeOverrides: (directory) => Promise.resolve(removeSandboxOverrides(directory)),
      exclusions: () => Promise.resolve(['aws_example.attribute: cannot']),
    },
    releases: {
      gitVersion: () => Promise.resolve('v1.2.0'),
      fetch: () => Promise.reject(new Error('no network')),
      openBucket: () => Promise.resolve(fakeObjectStore()),
    },
  };
}

/** Writes what a cdktf app would. */
export function writeAssembly(outdir: string, environment: string, world: World): void {
  const stacks = Object.entries(world.stacks ?? DEFAULT_STACKS);
  const manifest = stacks.map(([name, { dependencies = [] }]) => {
    const workingDirectory = `stacks/${name}`;
    const paths = { workingDirectory, synthesizedStackPath: `${workingDirectory}/cdk.tf.json` };
    return [name, { name, constructPath: name, dependencies, annotations: [], ...paths }] as const;
  });
  for (const [name, { configuration = {} }] of stacks) {
    mkdirSync(join(outdir, 'stacks', name), { recursive: true });
    writeFileSync(join(outdir, 'stacks', name, 'cdk.tf.json'), JSON.stringify(configuration));
  }
  writeFileSync(
    join(outdir, 'manifest.json'),
    JSON.stringify({ version: '0.21.0', stacks: Object.fromEntries(manifest) }),
  );
  const entry = {
    name: environment,
    stage: 'staging',
    system: 'wordpress',
    accountId: '123456789012',
    region: 'eu-central-1',
    availabilityZones: ['eu-central-1a', 'eu-central-1b'],
    protection: world.protection ?? 'off',
    domain: null,
    state: world.state ?? { type: 's3', bucket: 'states', region: 'eu-central-1' },
  };
  const file = { current: environment, stateStack: 'state', environments: [entry] };
  writeFileSync(join(outdir, 'environments.json'), JSON.stringify(file));
}
