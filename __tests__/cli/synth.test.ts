import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, wordpressHa } from './support';

function output(...parts: readonly string[]): string {
  return join(projectFolder(), 'cdktf.out', ...parts);
}

test('writes the stacks of development when nothing chooses an environment', async () => {
  const { exitCode, stdout } = await wordpressHa('synth');

  expect(stdout).toBe('development: 3 stacks in cdktf.out/development (state, foundation, web)\n');
  expect(exitCode).toBe(0);
  expect(existsSync(output('development', 'stacks', 'web', 'cdk.tf.json'))).toBe(true);
});

test.each([
  ['TF_WORKSPACE', 'synth', { TF_WORKSPACE: 'staging' }, 'staging'],
  ['--environment before TF_WORKSPACE', 'synth -e production', { TF_WORKSPACE: 'staging' }, 'production'],
])('takes the environment from %s', async (_case, line, variables, environment) => {
  const { stdout } = await wordpressHa(line, { variables });

  expect(stdout).toContain(`cdktf.out/${environment} `);
});

test('refuses an environment that would leave its folder', async () => {
  const { exitCode, stderr } = await wordpressHa('synth -e ../x');

  expect(stderr).toBe("'--environment' must be lower-case letters, digits and hyphens, got '../x'\n");
  expect(exitCode).toBe(1);
});

test('relays what the app says and leaves the former assembly alone', async () => {
  await wordpressHa('synth');
  const app = { exitCode: 1, stdout: '', stderr: "no environment 'development'; known: staging, production\n" };

  const { exitCode, stderr, stdout } = await wordpressHa('synth', { app });

  expect(stderr).toBe("no environment 'development'; known: staging, production\n");
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(existsSync(output('development', 'manifest.json'))).toBe(true);
  expect(readdirSync(output())).toEqual(['development']);
});

test('cuts lines nobody can read from what a crashed app says', async () => {
  const { stderr } = await wordpressHa('synth', {
    app: { exitCode: 1, stdout: '', stderr: `${'x'.repeat(9000)}\nError: why\n` },
  });

  expect(stderr).toBe(`${'x'.repeat(500)}…\nError: why\n`);
});

test('keeps what Terraform left in a folder and drops stacks that are gone', async () => {
  await wordpressHa('synth');
  mkdirSync(output('development', 'stacks', 'web', '.terraform'));
  writeFileSync(output('development', 'stacks', 'web', '.terraform', 'mark'), '');

  await wordpressHa('synth', { stacks: { web: { configuration: { locals: {} } } } });

  expect(existsSync(output('development', 'stacks', 'web', '.terraform', 'mark'))).toBe(true);
  expect(readFileSync(output('development', 'stacks', 'web', 'cdk.tf.json'), 'utf8')).toBe('{"locals":{}}');
  expect(existsSync(output('development', 'stacks', 'foundation', 'cdk.tf.json'))).toBe(false);
});

test('touches no file when nothing changed', async () => {
  await wordpressHa('synth');
  const before = statSync(output('development', 'manifest.json')).ino;

  await wordpressHa('synth');

  expect(statSync(output('development', 'manifest.json')).ino).toBe(before);
});

test('does not change the files under a run that uses them', async () => {
  await wordpressHa('synth');
  const lock = { pid: 1, identity: '', host: 'elsewhere', command: 'apply', since: 'now' };
  writeFileSync(output('development', '.wordpress-ha.lock'), JSON.stringify(lock));

  const { exitCode, stderr } = await wordpressHa('synth', { stacks: { web: {} } });

  expect(stderr).toContain("is in use by 'apply'");
  expect(exitCode).toBe(1);
});

test('refuses an app that writes no stacks', async () => {
  const { exitCode, stderr } = await wordpressHa('synth', { app: { exitCode: 0, stdout: '', stderr: '' } });

  expect(stderr).toContain("holds no 'manifest.json'");
  expect(exitCode).toBe(1);
});

test('is left out with --no-synth, which needs an assembly', async () => {
  const { exitCode, stderr } = await wordpressHa('plan --no-synth');

  expect(stderr).toContain("holds no 'manifest.json'; synthesize first");
  expect(exitCode).toBe(1);
});
