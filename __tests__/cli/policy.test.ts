import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planOfConfiguration } from '../policy/support/plan-of-configuration';
import { projectFolder, wordpressHa, writeAssembly, type World } from './support';

const PUBLIC = { resource: { aws_db_instance: { main: { publicly_accessible: true, storage_encrypted: true } } } };
const PRIVATE = { resource: { aws_db_instance: { main: { storage_encrypted: true } } } };
const world = (configuration: object): World => ({ stacks: { data: { configuration: configuration as never } } });

function write(name: string, content: unknown): void {
  writeFileSync(join(projectFolder(), name), typeof content === 'string' ? content : JSON.stringify(content));
}

const SUPPRESSION = {
  rule: 'WPHA-RDS-001',
  address: '*',
  reason: 'a demo that lives for a day',
  owner: 'web-team',
  expires: '2027-05-31',
};

test('judges what the app synthesizes', async () => {
  expect(await wordpressHa('policy check', world(PRIVATE))).toMatchObject({ exitCode: 0 });

  const { exitCode, stdout } = await wordpressHa('policy check', world(PUBLIC));
  expect(exitCode).toBe(2);
  expect(stdout).toContain(
    "critical WPHA-RDS-002  data/aws_db_instance.main\n           'publicly_accessible' must be false, got true",
  );
});

test('takes the packs that the stage asks for, unless some are named', async () => {
  const packs = async (line: string): Promise<unknown> =>
    (await wordpressHa(`${line} --json`, world(PRIVATE))).json()['packs'];

  expect(await packs('policy check')).toEqual(['baseline', 'wordpress']);
  expect(await packs('policy check --pack production --pack wordpress')).toEqual(['production', 'wordpress']);
});

test('judges a plan of anybody without an app, and without terraform', async () => {
  write('plan.json', planOfConfiguration(PUBLIC));
  const { exitCode, stdout, terraform } = await wordpressHa('policy check --plan plan.json', {
    app: { exitCode: 1, stdout: '', stderr: '' },
  });

  expect(exitCode).toBe(2);
  expect(stdout).toContain('WPHA-RDS-002  plan/aws_db_instance.main');
  expect(terraform.size).toBe(0);
});

test('joins the plan of a stack with what it was made from', async () => {
  const configuration = {
    resource: { aws_db_instance: { main: { '//': { metadata: { path: 'data/Main' } }, publicly_accessible: true } } },
  };
  write('data.json', planOfConfiguration(configuration));
  const { stdout } = await wordpressHa('policy check --plan data=data.json', world(configuration));

  expect(stdout).toContain('data/aws_db_instance.main (data/Main)');
});

test.each([
  ['absent', undefined, "'plan.json' cannot be read"],
  ['empty', '', "'plan.json' is empty"],
  ['cut off', JSON.stringify(planOfConfiguration(PUBLIC)).slice(0, 400), "'plan.json' is cut off or no JSON object"],
  ['a saved plan', 'PK\u0003\u0004', "'plan.json' is a saved plan and not its JSON"],
  ['a list', '[]', "'plan.json' is cut off or no JSON object"],
  ['foreign', { name: 'x' }, "'plan.json' is no plan of Terraform: 'format_version' is missing"],
  ['a state', { format_version: '1.0', values: {} }, "'plan.json' is no plan of Terraform: it holds a state"],
  [
    'of another provider',
    planOfConfiguration({ resource: { google_project: { a: {} } } }),
    'no rule of baseline applies to anything in plan.json, so nothing is proved',
  ],
])('a plan that is %s is exit 1 with a sentence', async (_name, content, message) => {
  if (content !== undefined) write('plan.json', content);
  const { exitCode, stdout, stderr } = await wordpressHa('policy check --plan plan.json');

  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain(message);
});

test.each([
  ['policy check --pack strict', "'--pack' must be one of baseline, production, wordpress, got 'strict'"],
  ['policy check --format xml', "'--format' must be one of table, json, sarif, junit, markdown, got 'xml'"],
  ['policy check --stack nope', "'--stack' must be one of data, got 'nope'"],
  ['policy check --plan nope=plan.json', "'--plan' must name one of the stacks data, got 'nope=plan.json'"],
  ['policy check --suppressions none.json', "none.json' cannot be read"],
  ['policy explain WPHA-S3-0001', "'WPHA-S3-0001' is the id of no rule; did you mean 'WPHA-S3-001'?"],
])('refuses %s', async (line, message) => {
  write('plan.json', planOfConfiguration(PRIVATE));
  const { exitCode, stderr } = await wordpressHa(line, world(PRIVATE));

  expect(exitCode).toBe(1);
  expect(stderr).toContain(message);
});

test('takes accepted findings from policy.json', async () => {
  const unencrypted = { resource: { aws_lb: { web: { internal: true } } } };
  write('policy.json', { suppressions: [{ ...SUPPRESSION, rule: 'WPHA-ELB-007' }] });
  const { exitCode, stdout } = await wordpressHa('policy check', world(unencrypted));

  expect(exitCode).toBe(0);
  expect(stdout).toContain('web-team, until 2027-05-31: a demo that lives for a day');
});

test.each([
  [{ ...SUPPRESSION, rule: 'WPHA-RDS-999' }, "must be the id of a rule, got 'WPHA-RDS-999'"],
  [{ ...SUPPRESSION, owner: undefined }, "suppression 1 in 'policy.json': 'owner' is required"],
])('a slip in policy.json is exit 1', async (suppression, message) => {
  write('policy.json', { suppressions: [suppression] });
  const { exitCode, stderr } = await wordpressHa('policy check', world(PRIVATE));

  expect(exitCode).toBe(1);
  expect(stderr).toContain(message);
});

test.each(['json', 'sarif'])('prints one document as %s, the same from run to run', async (format) => {
  const first = await wordpressHa(`policy check --format ${format}`, world(PUBLIC));
  const second = await wordpressHa(`policy check --format ${format}`, world(PUBLIC));

  expect(() => JSON.parse(first.stdout) as unknown).not.toThrow();
  expect(second.stdout).toBe(first.stdout);
});

test('SARIF points at the line of the Terraform JSON where TypeScript is not known', async () => {
  const { stdout } = await wordpressHa('policy check --format sarif', world(PUBLIC));

  expect(stdout).toContain('"uri": "cdktf.out/development/stacks/data/cdk.tf.json"');
});

test('SARIF points at the line of TypeScript that made the resource', async () => {
  const main = { ...PUBLIC.resource.aws_db_instance.main, '//': { metadata: { path: 'data/Main' } } };
  const { stdout } = await wordpressHa('policy check --format sarif', {
    services: {
      runApp: (_project, outdir, variables) => {
        writeAssembly(outdir, 'development', world({ resource: { aws_db_instance: { main } } }));
        const frames = { 'data/Main': 'stacks/data-stack.ts:46:18' };
        writeFileSync(variables['WORDPRESS_HA_CONSTRUCT_FRAMES'] ?? '', JSON.stringify(frames));
        return Promise.resolve({ exitCode: 0, stdout: '', stderr: '' });
      },
    },
  });
  const { runs } = JSON.parse(stdout) as { runs: { results: { locations: unknown[] }[] }[] };

  expect(runs[0]?.results[0]?.locations[0]).toMatchObject({
    physicalLocation: {
      artifactLocation: { uri: 'stacks/data-stack.ts' },
      region: { startLine: 46, startColumn: 18 },
    },
  });
});

test('lists the rules of a pack and explains one', async () => {
  expect((await wordpressHa('policy list --pack wordpress')).stdout).not.toContain('WPHA-RDS-002');
  expect((await wordpressHa('policy list')).stdout).toContain('WPHA-RDS-002');
  expect((await wordpressHa('policy explain wpha-rds-002')).stdout).toContain('Same as: Checkov CKV_AWS_17');
});
