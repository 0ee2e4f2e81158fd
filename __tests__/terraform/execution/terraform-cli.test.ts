import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fakeBinary, type Answer, type FakeBinary } from '../support/fake-binary';
import { writeFiles, writeStack } from '../support/files';
import type { StackAssembly } from '../../../src/terraform/assembly';
import { journalFolder } from '../../../src/terraform/recovery/journal';
import type { JsonObject } from '../../../src/terraform/json';
import { terraformHost, type TerraformHost } from '../../../src/terraform/execution/terraform-host';
import { temporaryFolder } from '../../support/temporary-folder';

const S3: JsonObject = { terraform: { backend: { s3: { bucket: 'b', key: 'web.tfstate', region: 'eu-west-1' } } } };
const PLAN = {
  format_version: '1.2',
  resource_changes: [
    {
      address: 'aws_vpc.a',
      mode: 'managed',
      type: 'aws_vpc',
      name: 'a',
      change: { actions: ['create'], before: null, after: {} },
    },
  ],
};
const show: Answer = { stdout: JSON.stringify(PLAN) };
const event = (type: string): string =>
  JSON.stringify({
    type,
    hook: { resource: { addr: 'aws_vpc.a', resource_type: 'aws_vpc' }, action: 'create', id_value: 'vpc-1' },
  });
const diagnostic = JSON.stringify({
  type: 'diagnostic',
  diagnostic: { severity: 'error', summary: 'no', detail: 'because' },
});

interface Bench {
  readonly binary: FakeBinary;
  readonly stack: StackAssembly;
  readonly folder: string;
  readonly host: TerraformHost;
}

async function bench(answers: Readonly<Record<string, Answer>> = {}, configuration: JsonObject = S3): Promise<Bench> {
  const root = temporaryFolder();
  const binary = fakeBinary(root, { show, ...answers });
  const folder = join(root, '.wordpress-ha');
  const host = await terraformHost({ variables: { TERRAFORM_BINARY: binary.path, PATH: '/bin', HOME: root }, folder });
  return { binary, folder, host, stack: writeStack(root, 'web', configuration) };
}

describe('init', () => {
  it('runs without a workspace, and the workspace is made by a command of its own', async () => {
    const { host, stack, binary } = await bench();
    const terraform = host.open(stack, 'staging');

    await terraform.init();
    await terraform.selectWorkspace('staging');

    expect(binary.calls().slice(1)).toEqual(['init -input=false -json', 'workspace select -or-create=true staging']);
  });

  it.each([
    ['  default\n* staging\n\n', true, ['workspace list', 'workspace select staging']],
    ['* default\n  staging-2\n', false, ['workspace list']],
  ])('makes no workspace for those that only look: %j', async (stdout, present, calls) => {
    const { host, stack, binary } = await bench({ 'workspace list': { stdout } });

    expect(await host.open(stack, 'staging').selectWorkspace('staging', { create: false })).toBe(present);
    expect(binary.calls().slice(1)).toEqual(calls);
  });

  it('takes no failure of the backend for a workspace that is not there', async () => {
    const { host, stack } = await bench({ 'workspace list': { stderr: 'access denied', exitCode: 1 } });
    const looked = host.open(stack, 'staging').selectWorkspace('staging', { create: false });

    await expect(looked).rejects.toThrow("'terraform workspace list' failed");
  });

  it('runs once while nothing that it depends on changes', async () => {
    const { host, stack, binary } = await bench();
    await host.open(stack, 'staging').init();
    writeFiles(stack.directory, {
      '.terraform/terraform.tfstate': {
        backend: { type: 's3', config: { bucket: 'b', key: 'web.tfstate', region: 'eu-west-1' } },
      },
    });
    await host.open(stack, 'staging').init();
    const settled = binary.calls().length;

    await host.open(stack, 'staging').init();

    expect(binary.calls()).toHaveLength(settled);
  });

  it('asks for an upgrade when the configuration wants another version than the lock file holds', async () => {
    const terraform = { required_providers: { aws: { source: 'hashicorp/aws', version: '5.100.0' } } };
    const { host, stack, binary } = await bench({}, { terraform });
    const locked = 'provider "registry.terraform.io/hashicorp/aws" {\n  version     = "5.99.0"\n}\n';
    writeFiles(stack.directory, { '.terraform.lock.hcl': locked });

    await host.open(stack, 'staging').init();

    expect(binary.calls().at(-1)).toBe('init -input=false -json -upgrade');
  });

  it('tells why it failed', async () => {
    const { host, stack } = await bench({ init: { stdout: `${diagnostic}\n`, exitCode: 1 } });

    await expect(host.open(stack, 'staging').init()).rejects.toThrow(
      "stack 'web': 'terraform init' failed\n  no\n    because",
    );
  });

  it('lets the workspace alone that HCP Terraform is bound to', async () => {
    const cloud = { organization: 'o', workspaces: { name: 'web-staging' } };
    const { host, stack, binary } = await bench({}, { terraform: { cloud } });
    const terraform = host.open(stack, 'staging');

    await terraform.selectWorkspace('staging');
    await terraform.outputs();

    expect(binary.calls().slice(1)).toEqual(['TF_WORKSPACE=web-staging output -json']);
  });
});

describe('plan', () => {
  it.each([
    [{}, ''],
    [{ mode: 'destroy' as const }, ' -destroy'],
    [{ mode: 'refresh-only' as const }, ' -refresh-only'],
    [{ refresh: false, lock: false }, ' -refresh=false -lock=false'],
  ])('with %j runs in the workspace with the right options', async (options, expected) => {
    const { host, stack, binary } = await bench();

    const plan = await host.open(stack, 'staging').plan(options);

    expect(binary.calls().slice(1)).toEqual([
      `TF_WORKSPACE=staging plan -input=false -json -detailed-exitcode -out=${plan.file}${expected}`,
      `TF_WORKSPACE=staging show -json ${plan.file}`,
    ]);
    expect(plan.json).toEqual(PLAN);
  });

  it.each([
    [0, 'knows without reading a plan that nothing changes', []],
    [2, 'reads a plan that changes something', PLAN.resource_changes],
  ])('at exit code %d %s', async (exitCode, _fact, changes) => {
    const { host, stack, binary } = await bench({ plan: { exitCode } });

    const plan = await host.open(stack, 'staging').plan({ read: 'changes' });

    expect(plan.json.resource_changes).toEqual(changes);
    expect(binary.calls().some((call) => call.includes('show'))).toBe(exitCode === 2);
  });

  it.each([
    ['create', 'takes from the events what is created', false],
    ['replace', 'reads a plan that replaces', true],
  ])('on the action %s %s', async (action, _fact, reads) => {
    const resource = { addr: 'aws_vpc.a', resource: 'aws_vpc.a', resource_type: 'aws_vpc', resource_name: 'a' };
    const events = [{ type: 'planned_change', change: { resource, action } }, { type: 'change_summary' }];
    const stdout = events.map((line) => `${JSON.stringify(line)}\n`).join('');
    const { host, stack, binary } = await bench({ plan: { exitCode: 2, stdout } });

    const plan = await host.open(stack, 'staging').plan({ read: 'actions' });

    expect(plan.json.resource_changes).toMatchObject([{ address: 'aws_vpc.a', change: { actions: ['create'] } }]);
    expect(binary.calls().some((call) => call.includes('show'))).toBe(reads);
  });

  it('lets nobody else read the saved plan', async () => {
    const { host, stack } = await bench();

    const { file } = await host.open(stack, 'staging').plan();

    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('refuses to plan with a state that is known to be old', async () => {
    const { host, stack } = await bench();
    writeFiles(stack.directory, { 'errored.tfstate': {} });

    await expect(host.open(stack, 'staging').plan()).rejects.toThrow(
      "stack 'web': the last apply could not save its state; run 'TF_WORKSPACE=staging",
    );
  });

  it('refuses to plan while an earlier apply still runs', async () => {
    const { host, stack, folder } = await bench();
    journalFolder(folder, 'staging', 'web').begin([]).started(process.pid);

    await expect(host.open(stack, 'staging').plan()).rejects.toThrow(`still runs (process ${process.pid})`);
  });
});

describe('apply', () => {
  const applied = { stdout: `${event('apply_start')}\n${event('apply_complete')}\n` };

  it('applies exactly the saved plan, tells how far it is, and keeps nothing', async () => {
    const { host, stack, binary, folder } = await bench({ apply: applied });
    const terraform = host.open(stack, 'staging');
    const plan = await terraform.plan();
    const progress: unknown[] = [];

    await terraform.apply(plan, (step) => progress.push(step));

    expect(binary.calls().at(-1)).toBe(`TF_WORKSPACE=staging apply -input=false -json ${plan.file}`);
    expect(progress).toEqual([{ done: 1, total: 1, address: 'aws_vpc.a' }]);
    expect(existsSync(plan.file)).toBe(false);
    expect(journalFolder(folder, 'staging', 'web').read()).toEqual([]);
  });

  it('forgets a failure that saved its state, and tells what Terraform says', async () => {
    const { host, stack, folder } = await bench({ apply: { stdout: `${applied.stdout}${diagnostic}\n`, exitCode: 1 } });
    const terraform = host.open(stack, 'staging');

    await expect(terraform.apply(await terraform.plan())).rejects.toThrow('no\n    because');

    expect(journalFolder(folder, 'staging', 'web').read()).toEqual([]);
  });

  it('remembers what was made when the state could not be saved', async () => {
    const { host, stack, folder } = await bench({ apply: { ...applied, exitCode: 1 } });
    const terraform = host.open(stack, 'staging');
    const plan = await terraform.plan();
    writeFiles(stack.directory, { 'errored.tfstate': {} });

    await expect(terraform.apply(plan)).rejects.toThrow("'terraform apply' failed");

    expect(journalFolder(folder, 'staging', 'web').read()[0]?.events).toHaveLength(2);
  });

  it('says that it was interrupted', async () => {
    const { host, stack } = await bench({ apply: { ...applied, milliseconds: 20_000 } });
    const terraform = host.open(stack, 'staging');

    const applying = terraform.apply(await terraform.plan(), () => process.emit('SIGINT'));

    await expect(applying).rejects.toThrow(
      "stack 'web': 'terraform apply' was interrupted after 1 of 1 changes; run the same command again to go on",
    );
  });
});

describe('the rest', () => {
  it('reads outputs', async () => {
    const stdout = JSON.stringify({
      url: { value: 'http://x', sensitive: false, type: 'string' },
      key: { value: 1, sensitive: true },
    });
    const { host, stack } = await bench({ output: { stdout } });

    expect(await host.open(stack, 'staging').outputs()).toEqual({
      url: { value: 'http://x', sensitive: false, type: 'string' },
      key: { value: 1, sensitive: true },
    });
  });

  it('releases a lock by its id', async () => {
    const { host, stack, binary } = await bench();

    await host.open(stack, 'staging').forceUnlock('some-id');

    expect(binary.calls().at(-1)).toBe('TF_WORKSPACE=staging force-unlock -force some-id');
  });

  it('adopts in the next plan what a killed apply had made', async () => {
    const pulled = JSON.stringify({ version: 4, resources: [] });
    const configuration = { ...S3, resource: { aws_vpc: { a: {} } } };
    const { host, stack, folder } = await bench({ 'state pull': { stdout: pulled } }, configuration);
    const journals = journalFolder(folder, 'staging', 'web');
    const journal = journals.begin([]);
    writeFiles('/', { [journal.outputPath]: `${event('apply_complete')}\n` });
    journal.close('unknown');

    const { notes } = await host.open(stack, 'staging').plan();

    expect(notes).toEqual(['an earlier apply was cut off; its objects are adopted: aws_vpc.a']);
  });

  it('keeps AWS settings of the machine away from offline stacks', async () => {
    const { stack, binary, folder } = await bench();
    const variables = { TERRAFORM_BINARY: binary.path, AWS_PROFILE: 'someone', AWS_REGION: 'eu-west-1' };
    const { open, openOffline } = await terraformHost({ variables, folder });

    await open(stack, 'staging').outputs();
    expect(binary.variables()).toMatchObject({ AWS_PROFILE: 'someone' });

    await openOffline(stack, 'staging').outputs();
    expect(binary.variables()).not.toHaveProperty('AWS_PROFILE');
    expect(binary.variables()).toMatchObject({ AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: '/dev/null' });
  });
});
