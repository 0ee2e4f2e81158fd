import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_GROUPS } from '../../src/cli/command-groups';
import { COMMANDS } from '../../src/cli/command-table';
import { wordpressHa } from './support';

test('names itself, its commands and the meaning of its exit codes', async () => {
  const { exitCode, stdout } = await wordpressHa('--help');

  for (const { name, summary } of COMMANDS)
    expect(stdout.replace(/\n\s+/g, ' ')).toMatch(new RegExp(`${name} .*${summary}`));
  expect(stdout).toContain('3  only configuration that is not applied yet (drift)');
  expect(exitCode).toBe(0);
});

test.each([
  ...COMMANDS.map(({ name }) => name),
  ...COMMAND_GROUPS.flatMap((group) => group.commands.map(({ name }) => `${group.name} ${name}`)),
])('%s --help shows examples that begin with the command itself', async (line) => {
  const { exitCode, stdout } = await wordpressHa(`${line} --help`);

  expect(stdout).toContain(`Examples:\n  $ wordpress-ha ${line}`);
  expect(exitCode).toBe(0);
});

test('--version tells the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };

  expect(await wordpressHa('--version')).toMatchObject({ exitCode: 0, stdout: `${version}\n` });
});

test.each([
  ['plam', "error: unknown command 'plam'\n(Did you mean plan?)\n"],
  ['plan --ofline', "error: unknown option '--ofline'\n(Did you mean --offline?)\n"],
  ['sandbox upp', "error: unknown command 'upp'\n(Did you mean up?)\n"],
  ['policy explain', "error: missing required argument 'rule'\n"],
  ['plan extra', "error: too many arguments for 'plan'. Expected 0 arguments but got 1.\n"],
  ['release publish a b', "error: too many arguments for 'publish'. Expected 1 argument but got 2.\n"],
  ['plan --environment', "error: option '-e, --environment <name>' argument missing\n"],
])('refuses %s', async (line, message) => {
  const { exitCode, stdout, stderr } = await wordpressHa(line);

  expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 1, stdout: '', stderr: message });
});

test('without a command shows help and fails', async () => {
  const { exitCode, stderr } = await wordpressHa('sandbox');

  expect(stderr).toContain('Usage: wordpress-ha sandbox');
  expect(exitCode).toBe(1);
});
