import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '../../src/cli/context';
import { journalFolder } from '../../src/terraform/recovery/journal';
import { terraformHost } from '../../src/terraform/execution/terraform-host';
import { planOf } from '../drift/plan-fixture';
import { reachedFrom, type ReachedFile } from '../support/reached-code';
import { fakeBinary, type FakeBinary } from '../terraform/support/fake-binary';
import { NO_DRIFT_SERVICES, projectFolder, wordpressHa, type Outcome } from './support';

const COMMANDS = 'src/cli/commands/drift';
const LOOKING = ['check', 'all', 'matrix', 'merge', 'baseline', 'stats', 'role'].map(
  (name) => `${COMMANDS}/${name}.ts`,
);
/** What the commands are given by their surroundings in place of importing it. */
const PORTS = ['src/release/index.ts', 'src/drift/index.ts'];
/** Calls of the methods of `Terraform` that change something, and what only shares their name. */
function changing(files: readonly ReachedFile[]): readonly string[] {
  return files.flatMap(({ file, calls }) =>
    calls.filter((call) => /\.(apply|forceUnlock)$/.test(call)).map((call) => `${file}: ${call}`),
  );
}

/** What is applied there is a suppression of a finding. */
const SUPPRESSION = 'src/policy/evaluation/evaluate.ts: suppressor.apply';

describe('the code of drift', () => {
  const reached = reachedFrom(...LOOKING);

  test('never applies a plan and never releases a lock, and the search would find both', () => {
    expect(reached.length).toBeGreaterThan(150);
    expect(changing(reached)).toEqual([SUPPRESSION]);
    expect(changing(reachedFrom(`${COMMANDS}/repair.ts`))).toContain(`${COMMANDS}/repair.ts: terraform.apply`);
    expect(changing(reachedFrom('src/cli/commands/unlock.ts'))).toContainEqual(
      expect.stringMatching(/^src\/cli\/commands\/unlock\.ts: .*\.forceUnlock$/),
    );
  });

  test('starts no program itself, so that whatever it runs goes through the port of Terraform', () => {
    const starting = (files: readonly ReachedFile[]): readonly string[] =>
      files.filter(({ modules }) => modules.some((name) => /child_process$/.test(name))).map(({ file }) => file);

    expect(starting(reached)).toEqual([]);
    expect(starting(reachedFrom('src/terraform/execution/terraform-host.ts'))).toContain(
      'src/terraform/process/process.ts',
    );
  });

  test('asks AWS to describe, list and look up, to tell a topic, and to keep the history', () => {
    const asked = reachedFrom(...LOOKING, ...PORTS).flatMap(({ calls, made }) => [
      ...made.flatMap((name) => /(\w+)Command$/.exec(name)?.[1] ?? []),
      ...calls.flatMap((call) => /^paginate(\w+)$/.exec(call)?.[1] ?? []),
    ]);
    const writing = new Set(asked.filter((name) => !/^(Describe|Get|Head|List|Lookup)/.test(name)));

    expect(new Set(asked).size).toBeGreaterThan(15);
    expect([...writing].toSorted()).toEqual(['Publish', 'PutObject']);
  });
});

describe('the calls of Terraform', () => {
  const VPC = { address: 'aws_vpc.Network', applied: { id: 'vpc-1', tags: { Name: 'site' } } };
  const CHANGED = { ...VPC, live: { id: 'vpc-1', tags: { Name: 'hacked' } }, planned: VPC.applied };
  /** Everything that a check may run, whole lines. */
  const READING = [
    /^version -json$/,
    /^init -input=false -json( -reconfigure)?( -upgrade)?$/,
    /^workspace list$/,
    /^workspace select development$/,
    /^output -json$/,
    /^state pull$/,
    /^show -json \S+$/,
    /^plan (?!.*-destroy)(?=.* -lock=false( |$)).* -out=\S+( -refresh=false)?( -lock=false)?( -target=\S+)*$/,
  ];

  /** Runs a command line against a program that notes its arguments. */
  async function run(line: string, prepare: () => void = () => undefined): Promise<Outcome & { calls: string[] }> {
    const tools = join(projectFolder(), 'tools');
    mkdirSync(tools, { recursive: true });
    const plan = JSON.stringify({ ...planOf(CHANGED), format_version: '1.2' });
    const binary: FakeBinary = fakeBinary(tools, {
      show: { stdout: plan },
      output: { stdout: JSON.stringify({ 'cross-stack-output-vpc': { value: 'vpc-1', sensitive: false } }) },
      'workspace list': { stdout: '* default\n  development\n' },
      'state pull': { stdout: JSON.stringify({ version: 4, resources: [] }) },
    });
    prepare();
    const services: Partial<Services> = {
      drift: NO_DRIFT_SERVICES,
      terraformHost: (_variables, folder) =>
        terraformHost({ variables: { TERRAFORM_BINARY: binary.path, PATH: '/bin', HOME: tools }, folder }),
    };
    const outcome = await wordpressHa(line, { variables: { AWS_REGION: 'eu-west-1' }, services });
    return { ...outcome, calls: binary.calls().map((call) => call.replace(/^TF_WORKSPACE=\S+ /, '')) };
  }

  const unknown = (calls: readonly string[]): readonly string[] =>
    calls.filter((call) => !READING.some((known) => known.test(call)));

  /** An apply that was cut off while it made the VPC. */
  function leaveJournal(): void {
    const journal = journalFolder(join(projectFolder(), '.wordpress-ha'), 'development', 'foundation').begin([
      { address: 'aws_vpc.Network', type: 'aws_vpc', names: {}, references: {} },
    ]);
    const event = { type: 'apply_start', hook: { resource: { addr: 'aws_vpc.Network' }, action: 'create' } };
    writeFileSync(journal.outputPath, `${JSON.stringify(event)}\n`);
    journal.close('unknown');
  }

  test.each([
    'drift',
    'drift --values --history kept',
    'drift --stack foundation',
    'drift --all',
    'drift baseline --owner web-team --reason because-it-is',
    'drift role',
  ])('%s only plans and reads, and takes no lock', async (line) => {
    const { calls, exitCode } = await run(line);

    expect(unknown(calls)).toEqual([]);
    expect(calls.some((call) => call.startsWith('plan '))).toBe(line !== 'drift role');
    expect(exitCode).not.toBe(1);
  });

  test('reads only, too, where an apply was cut off', async () => {
    const { calls } = await run('drift', leaveJournal);

    expect(calls).toContain('state pull');
    expect(unknown(calls)).toEqual([]);
  });

  test('a repair would be noticed', async () => {
    const { calls } = await run('drift repair -e development', () => {
      const repair = { allow: ['aws_vpc.tags'] };
      writeFileSync(join(projectFolder(), 'drift.json'), JSON.stringify({ repair }));
    });

    expect(unknown(calls).map((call) => call.split(' ')[0])).toContain('apply');
  });
});
