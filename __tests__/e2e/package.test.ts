import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

const CONSUMER = `
import { App, TerraformStack } from 'cdktf';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Network, type NetworkProps } from 'cdktf-wordpress-ha';
const app = new App();
const stack = new TerraformStack(app, 'shop');
new AwsProvider(stack, 'Aws', { region: 'eu-west-1' });
const props: NetworkProps = JSON.parse(process.env['NETWORK_PROPS'] ?? '{}') as NetworkProps;
const network = new Network(stack, 'Network', props);
console.log(network.subnets('private').length);
app.synth();
`;

const CONSUMER_TEST = `
import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { evaluate, loadAssembly, PACKS, readAssembly, RULES, selectRules } from 'cdktf-wordpress-ha/policy';
import { policyMatchers, testStack } from 'cdktf-wordpress-ha/testing';
expect.extend(policyMatchers);
const database = (publiclyAccessible: boolean) => {
  const stack = testStack();
  new DbInstance(stack, 'Main', { instanceClass: 'db.t4g.small', publiclyAccessible });
  return stack;
};
test('a public database is found', () => {
  expect(database(false)).toSatisfyPolicy('WPHA-RDS-002');
  expect(database(true)).not.toSatisfyPolicy('WPHA-RDS-002');
  expect(database(true)).not.toHaveNoFindings({ atLeast: 'critical' });
});
test('what was synthesized can be judged without the command line', () => {
  const selection = selectRules(RULES, PACKS.map(({ name }) => name));
  const report = evaluate(loadAssembly(readAssembly('cdktf.out')), selection, { today: '2026-11-21' });
  expect(report.counts.resources).toBeGreaterThan(10);
});
`;

const NETWORK_PROPS = {
  name: { system: 'shop', environment: 'test' },
  accountId: '123456789012',
  region: 'eu-west-1',
  cidrBlock: '10.0.0.0/16',
  availabilityZones: ['eu-west-1a', 'eu-west-1b'],
  nat: 'single',
  flowLogs: { retentionDays: 14 },
};

/** Runs a program in a folder and returns what it printed. */
function run(folder: string, program: string, args: readonly string[], env: Record<string, string> = {}): string {
  return execFileSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
}

describe('the packed module', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-ha-consumer-'));
  const peers = (
    JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { peerDependencies: Record<string, string> }
  ).peerDependencies;

  beforeAll(() => {
    const packed = JSON.parse(run(ROOT, 'npm', ['pack', '--json', '--pack-destination', folder])) as {
      filename: string;
    }[];
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
    const modules = Object.entries(peers).map(([name, range]) => `${name}@${range}`);
    const tarball = join(folder, packed[0]?.filename ?? '');
    run(folder, 'npm', [
      'install',
      '--no-audit',
      '--no-fund',
      tarball,
      ...modules,
      'typescript@5.9',
      '@types/node@20',
      'jest@30',
      '@types/jest@30',
    ]);
  }, 600_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('compiles and synthesizes a stack of a consumer in an empty project', () => {
    writeFileSync(join(folder, 'main.ts'), CONSUMER);

    run(folder, 'npx', ['tsc', '--strict', '--skipLibCheck', '--module', 'node16', '--target', 'es2022', 'main.ts']);
    const printed = run(folder, 'node', ['main.js'], { NETWORK_PROPS: JSON.stringify(NETWORK_PROPS) });

    const json = JSON.parse(readFileSync(join(folder, 'cdktf.out/stacks/shop/cdk.tf.json'), 'utf8')) as {
      resource: Record<string, object>;
    };
    expect(printed.trim()).toBe('2');
    expect(Object.keys(json.resource['aws_subnet'] ?? {})).toHaveLength(6);
  }, 600_000);

  test('judges stacks in the tests of a consumer', () => {
    writeFileSync(join(folder, 'policy.test.ts'), CONSUMER_TEST);

    run(folder, 'npx', [
      'tsc',
      '--strict',
      '--skipLibCheck',
      '--module',
      'node16',
      '--target',
      'es2022',
      'policy.test.ts',
    ]);
    run(folder, 'npx', ['jest', '--ci', '--testMatch', '**/policy.test.js']);
  }, 600_000);

  test('has the stacks, the test helpers and the command line at their own paths', () => {
    const script = `console.log(Object.keys(require('cdktf-wordpress-ha/stacks')).length > 4,
      typeof require('cdktf-wordpress-ha/testing').synthesize)`;

    expect(run(folder, 'node', ['-e', script]).trim()).toBe('true function');
    expect(run(folder, 'npx', ['wordpress-ha', '--help'])).toContain('environments');
  }, 600_000);
});
