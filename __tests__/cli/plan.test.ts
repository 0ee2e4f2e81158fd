import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/core/errors';
import { planThat } from './plans';
import { FOUNDATION_OUTPUTS, projectFolder, SANDBOX, wordpressHa } from './support';

const APPLIED = { foundation: { outputs: FOUNDATION_OUTPUTS } };

test('sums up by stack and leaves the state stack out', async () => {
  const { stdout, exitCode, terraform } = await wordpressHa('plan', {
    scripts: { ...APPLIED, web: { plans: [planThat(['aws_lb.Public', 'create'], ['aws_eip.A', 'update'])] } },
  });

  expect(stdout).toBe(
    [
      'development',
      'stack       add  change  replace  destroy',
      'foundation    0       0        0        0',
      'web           1       1        0        0',
      'total         1       1        0        0',
      '',
    ].join('\n'),
  );
  expect(exitCode).toBe(0);
  expect([...terraform.keys()].toSorted()).toEqual(['foundation', 'web']);
  expect(terraform.get('web')?.calls).toEqual(['init', 'selectWorkspace development', 'plan']);
});

test.each([
  ['changes', [planThat(['aws_lb.Public', 'create'])], 2],
  ['none', [planThat()], 0],
])('--detailed-exitcode tells %s', async (_case, plans, code) => {
  const { exitCode } = await wordpressHa('plan --detailed-exitcode', { scripts: { ...APPLIED, web: { plans } } });

  expect(exitCode).toBe(code);
});

test('names everything that holds data and would be lost', async () => {
  const { stdout } = await wordpressHa('plan', {
    scripts: { foundation: { outputs: FOUNDATION_OUTPUTS, plans: [planThat(['aws_db_instance.Main', 'replace'])] } },
  });

  expect(stdout).toContain('these hold data that would be lost:\n  foundation: replace aws_db_instance.Main');
});

test('plans a stack whose upstream is not applied against placeholders and says so', async () => {
  const { stdout, exitCode } = await wordpressHa('plan', {
    scripts: { web: { plans: [planThat(['aws_lb.Public', 'create'])] } },
  });

  expect(stdout).toContain('web (placeholders: foundation)    1');
  expect(exitCode).toBe(0);
});

test('--offline plans every stack, the state stack too, without refreshing or locking', async () => {
  const options: unknown[] = [];
  const plan = (given: unknown): ReturnType<typeof planThat> => {
    options.push(given);
    return planThat(['aws_vpc.Network', 'create']);
  };
  const { stdout, terraform } = await wordpressHa('plan --offline', { scripts: { foundation: { plans: [plan] } } });

  expect(options).toEqual([{ refresh: false, lock: false, read: 'actions' }]);
  expect([...terraform.keys()].toSorted()).toEqual(['foundation', 'state', 'web']);
  expect(stdout).toContain('development, planned offline from nothing');
});

test('tells the stacks that could be planned when one could not', async () => {
  const { exitCode, stdout, stderr } = await wordpressHa('plan', {
    scripts: { foundation: { outputs: FOUNDATION_OUTPUTS }, web: { fails: { plan: new UserError('no credentials') } } },
  });

  expect(stderr).toBe('web: no credentials\n');
  expect(stdout).toContain('foundation    0');
  expect(exitCode).toBe(1);
});

test('shows the stack trace of a defect and says that it is one', async () => {
  const { exitCode, stderr } = await wordpressHa('plan', {
    scripts: { foundation: { fails: { plan: new TypeError('x is not a function') } } },
  });

  expect(stderr).toMatch(/^this is a defect of cdktf-wordpress-ha.*\nTypeError: x is not a function\n\s+at /);
  expect(exitCode).toBe(1);
});

test('plans only the stacks that are named', async () => {
  const { terraform } = await wordpressHa('plan --stack foundation', { scripts: APPLIED });

  expect([...terraform.keys()]).toEqual(['foundation']);
});

test('lists the known stacks for one that is unknown', async () => {
  const { exitCode, stderr } = await wordpressHa('plan --stack wep');

  expect(stderr).toBe("'--stack' must be one of state, foundation, web, got 'wep'; did you mean 'web'\n");
  expect(exitCode).toBe(1);
});

test('says one line a finished stack in a pipe with --verbose, and nothing without', async () => {
  const quiet = await wordpressHa('plan', { scripts: APPLIED });
  const verbose = await wordpressHa('plan --verbose', { scripts: APPLIED });

  expect(quiet.stderr).toBe('');
  expect(verbose.stderr.split('\n').toSorted()).toEqual(['', 'plan foundation: no changes', 'plan web: no changes']);
});

test('--sandbox points Terraform at the emulator', async () => {
  const { variables } = await wordpressHa('plan --sandbox', { scripts: APPLIED, variables: { AWS_PROFILE: 'real' } });

  expect(variables).toMatchObject({ AWS_ENDPOINT_URL: SANDBOX.endpoint, AWS_PROFILE: '' });
});

test('--sandbox is refused while none runs', async () => {
  const none = () => Promise.resolve(undefined);
  const { stderr, exitCode } = await wordpressHa('plan --sandbox', {
    services: {
      sandbox: {
        start: () => Promise.resolve(SANDBOX),
        stop: none,
        status: none,
        environment: () => Promise.resolve({}),
        installOverrides: () => Promise.resolve({ files: [], exclusions: [] }),
        removeOverrides: () => Promise.resolve(),
        exclusions: () => Promise.resolve([]),
      },
    },
  });

  expect(stderr).toBe("'--sandbox' needs a running sandbox; start it with 'wordpress-ha sandbox up'\n");
  expect(exitCode).toBe(1);
});

test('without --sandbox removes what an earlier run wrote for the emulator', async () => {
  const folder = join(projectFolder(), 'cdktf.out', 'development', 'stacks', 'web');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sandbox_override.tf.json'), '{}');

  await wordpressHa('plan', { scripts: APPLIED });

  expect(existsSync(join(folder, 'sandbox_override.tf.json'))).toBe(false);
});
