import { planThat } from './plans';
import { FOUNDATION_OUTPUTS, wordpressHa, type World } from './support';

const REMOVE = planThat(['aws_vpc.Network', 'delete']);

function applied(world: World = {}): World {
  return {
    scripts: { foundation: { outputs: FOUNDATION_OUTPUTS, plans: [REMOVE] }, web: { plans: [REMOVE] } },
    ...world,
  };
}

test('destroys dependents first and keeps the state stack', async () => {
  const order: string[] = [];
  const note =
    (stack: string) =>
    (call: string): void => {
      if (call === 'apply') order.push(stack);
    };
  const { exitCode, stdout, terraform } = await wordpressHa('destroy -e staging --auto-approve', {
    scripts: {
      foundation: { outputs: FOUNDATION_OUTPUTS, plans: [REMOVE], during: note('foundation') },
      web: { plans: [REMOVE], during: note('web') },
    },
  });

  expect(order).toEqual(['web', 'foundation']);
  expect(terraform.get('web')?.calls).toContain('plan destroy');
  expect(terraform.has('state')).toBe(false);
  expect(stdout).toMatch(/web +destroyed/);
  expect(exitCode).toBe(0);
});

test('refuses a protected environment with the steps that unlock it', async () => {
  const { exitCode, stderr, terraform } = await wordpressHa(
    'destroy -e production --auto-approve',
    applied({ protection: 'on' }),
  );

  expect(stderr).toBe(
    [
      "'production' is protected (protection is 'on'), so it is not destroyed; to unlock it:",
      '  1. in stacks/environments/production.ts set',
      "       protection: { offUntil: 'YYYY-MM-DD', reason: '...' },",
      '     with a day at most seven days ahead',
      '  2. wordpress-ha apply -e production',
      '  3. wordpress-ha destroy -e production',
      '',
    ].join('\n'),
  );
  expect(terraform.size).toBe(0);
  expect(exitCode).toBe(1);
});

test.each([['off'], ['off until 2026-11-28']])('destroys an environment whose protection is %s', async (protection) => {
  const { exitCode } = await wordpressHa('destroy -e staging --auto-approve', applied({ protection }));

  expect(exitCode).toBe(0);
});

test('goes on only when the name of the environment is typed', async () => {
  const agreed = await wordpressHa('destroy -e staging', applied({ answers: ['staging'] }));
  const refused = await wordpressHa('destroy -e staging', applied({ answers: ['yes'] }));

  expect(agreed.exitCode).toBe(0);
  expect(refused.exitCode).toBe(1);
  expect(refused.terraform.get('web')?.calls).not.toContain('apply');
});

test('asks nothing when nothing is left', async () => {
  const { exitCode, questions } = await wordpressHa('destroy -e staging', { answers: [] });

  expect({ exitCode, questions }).toEqual({ exitCode: 0, questions: [] });
});

test('plans removal from the state alone when the upstream stack is gone', async () => {
  const options: unknown[] = [];
  const plan = (given: unknown): typeof REMOVE => {
    options.push(given);
    return REMOVE;
  };
  await wordpressHa('destroy -e staging --auto-approve', { scripts: { web: { plans: [plan] } } });

  expect(options).toEqual([{ mode: 'destroy', refresh: false }]);
});

test('destroys the state stack only when it is named, and says what that means', async () => {
  const { stderr, terraform } = await wordpressHa('destroy -e staging --stack state --auto-approve', {
    scripts: { state: { plans: [REMOVE] } },
  });

  expect(stderr).toContain("the stack 'state' holds the state of every environment");
  expect(terraform.get('state')?.calls).toEqual(['init', 'selectWorkspace default', 'plan destroy', 'apply']);
});
