import { UserError } from '../../src/core/errors';
import { planThat } from './plans';
import { wordpressHa, type World } from './support';

function withoutBucket(world: World = {}): World {
  return {
    services: { bucketExists: () => Promise.resolve(false) },
    scripts: { state: { plans: [planThat(['aws_s3_bucket.State', 'create'])] } },
    ...world,
  };
}

test('connects every stack and makes its workspace', async () => {
  const { exitCode, stdout, terraform } = await wordpressHa('init -e staging');

  expect(stdout).toBe('staging: state bucket present; ready: foundation, web\n');
  expect(terraform.get('web')?.calls).toEqual(['init', 'selectWorkspace staging']);
  expect(terraform.has('state')).toBe(false);
  expect(exitCode).toBe(0);
});

test('makes the state bucket first when there is none', async () => {
  const { stdout, terraform } = await wordpressHa('init -e staging --auto-approve', withoutBucket());

  expect(terraform.get('state')?.calls).toEqual(['init', 'selectWorkspace default', 'plan', 'apply']);
  expect(stdout).toContain('state bucket created');
});

test('asks before it makes the state bucket', async () => {
  const { exitCode, questions, terraform } = await wordpressHa('init -e staging', withoutBucket({ answers: ['no'] }));

  expect(questions[0]).toContain(
    "the state bucket 'states' does not exist in account 123456789012; the stack 'state' makes it",
  );
  expect(terraform.get('state')?.calls).not.toContain('apply');
  expect(exitCode).toBe(1);
});

test('looks for no bucket when state is elsewhere', async () => {
  const { stdout } = await wordpressHa('init -e staging', withoutBucket({ state: { type: 'local' } }));

  expect(stdout).toContain('no state bucket needed');
});

test('says so when the app has no stack that makes the bucket', async () => {
  const { stderr } = await wordpressHa('init -e staging', withoutBucket({ stacks: { web: {} } }));

  expect(stderr).toBe("the state bucket 'states' does not exist and the app has no stack that makes it\n");
});

test('names the stacks that could not be connected', async () => {
  const { exitCode, stderr, stdout } = await wordpressHa('init -e staging', {
    scripts: { web: { fails: { init: new UserError('no registry') } } },
  });

  expect(stderr).toBe('web: no registry\n');
  expect(stdout).toContain('ready: foundation');
  expect(exitCode).toBe(1);
});
