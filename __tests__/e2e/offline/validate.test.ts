import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App } from 'cdktf';
import fc from 'fast-check';
import { defineEnvironment, type Environment } from '../../../src/config';
import { readAssembly } from '../../../src/terraform/assembly';
import { prepareOffline } from '../../../src/terraform/offline/offline';
import { terraformHost } from '../../../src/terraform/execution/terraform-host';
import { buildStacks } from '../../../stacks';
import { knownEnvironments } from '../../../stacks/environments';
import { arbitraryEnvironment, DAY_OF_ARBITRARIES } from '../../support/arbitrary-environment';
import { STACKS } from '../../stacks/support';
import { withTerraform } from '../../support/with-terraform';

const ROOT = resolve(__dirname, '../../..');
const SAMPLES = fc.sample(arbitraryEnvironment, { seed: 20261121, numRuns: 2 });

interface PlanDocument {
  readonly environment: string;
  readonly offline: boolean;
  readonly stacks: readonly { readonly stack: string; readonly add: number; readonly destroy: number }[];
  readonly failed: readonly unknown[];
}

/** The variables of this process without anything of AWS. */
function withoutCredentials(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_')));
}

/** Puts a program into a network namespace of its own, where not even a name can be looked up; or leaves it as it is. */
function withoutNetwork(program: string, args: readonly string[]): readonly [string, readonly string[]] {
  const namespace = ['--user', '--map-root-user', '--net'];
  const { status } = spawnSync('unshare', [...namespace, 'true']);
  if (status === 0) return ['unshare', [...namespace, program, ...args]];
  process.stderr.write("'unshare' makes no network namespace here: the plans are made with the network within reach\n");
  return [program, args];
}

/** Kinds of data sources in what was synthesized. */
function dataSources(assembly: string): ReadonlySet<string> {
  const stacks = readdirSync(join(assembly, 'stacks'));
  const files = stacks.map((stack) => readFileSync(join(assembly, 'stacks', stack, 'cdk.tf.json'), 'utf8'));
  return new Set(files.flatMap((text) => Object.keys((JSON.parse(text) as { data?: object }).data ?? {})));
}

/** Synthesizes an environment and prepares its stacks for Terraform without a backend of their own. */
function prepared(environment: Environment, outdir: string) {
  const app = new App({ outdir, stackTraces: false });
  buildStacks(app, defineEnvironment(environment, { today: DAY_OF_ARBITRARIES }));
  app.synth();
  const { name, accountId, region } = environment;
  return prepareOffline(readAssembly(outdir), { environment: name, accountId, region, stateStack: 'state' });
}

withTerraform('the real provider', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-ha-validate-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(SAMPLES.map((environment, index) => [environment.stage, index, environment] as const))(
    'finds every stack of an arbitrary environment valid (%s, sample %i)',
    async (_, index, environment) => {
      const stacks = prepared(environment, join(folder, `sample-${index}`));
      const { binary, openOffline } = await terraformHost({
        variables: withoutCredentials(),
        folder: join(folder, 'tool'),
      });

      for (const stack of stacks) {
        await openOffline(stack, stack.workspace).init();
        const printed = execFileSync(binary.path, ['validate', '-json'], { cwd: stack.directory, encoding: 'utf8' });

        expect(JSON.parse(printed)).toMatchObject({ valid: true, error_count: 0, warning_count: 0 });
      }
      expect(stacks.map(({ name }) => name).sort()).toEqual([...STACKS].sort());
    },
    900_000,
  );
});

withTerraform('wordpress-ha plan --offline', () => {
  const project = mkdtempSync(join(tmpdir(), 'wordpress-ha-offline-'));
  const app = `'${process.execPath}' --require '${require.resolve('tsx/cjs')}'`;

  const useApp = (main: string): void =>
    writeFileSync(join(project, 'cdktf.json'), JSON.stringify({ language: 'typescript', app: `${app} '${main}'` }));
  const plan = (environment: string): PlanDocument => {
    const cli = [require.resolve('tsx/cli'), join(ROOT, 'src/cli/main.ts')];
    const args = [...cli, 'plan', '--offline', '--json', '--environment', environment, '--project', project];
    const [program, all] = withoutNetwork(process.execPath, args);
    const { status, stdout, stderr } = spawnSync(program, all, {
      cwd: ROOT,
      env: withoutCredentials(),
      encoding: 'utf8',
    });
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
    return JSON.parse(stdout) as PlanDocument;
  };

  beforeAll(() => useApp(join(ROOT, 'main.ts')));
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  test.each(knownEnvironments())(
    'plans all of %s without credentials and without a network',
    (environment) => {
      const document = plan(environment);

      expect(document).toMatchObject({ environment, offline: true, failed: [] });
      expect(document.stacks.map(({ stack }) => stack).sort()).toEqual([...STACKS].sort());
      expect(document.stacks.filter(({ add, destroy }) => add === 0 || destroy > 0)).toEqual([]);
      expect([...dataSources(join(project, 'cdktf.out', environment))]).toEqual(['terraform_remote_state']);
    },
    900_000,
  );

  test("plans the example of another application, an app that is not this project's", () => {
    useApp(join(ROOT, 'examples/generic-php-site/main.ts'));

    expect(plan('test')).toMatchObject({ failed: [], stacks: [{ stack: 'site', destroy: 0, replace: 0 }] });
  }, 900_000);
});
