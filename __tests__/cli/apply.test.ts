import { UserError } from '../../src/core/errors';
import { planThat } from './plans';
import { FOUNDATION_OUTPUTS, wordpressHa, type World } from './support';

const CREATE = planThat(['aws_lb.Public', 'create']);
const APPLIED: World = { scripts: { foundation: { outputs: FOUNDATION_OUTPUTS }, web: { plans: [CREATE] } } };

test('requires the environment to be named', async () => {
  const { exitCode, stderr } = await wordpressHa('apply --auto-approve');

  expect(stderr).toBe(
    "'--environment' is required by commands that change things; give '--environment NAME' or set TF_WORKSPACE\n",
  );
  expect(exitCode).toBe(1);
});

test('applies the plans it showed and nothing else', async () => {
  const { exitCode, stdout, stderr, terraform } = await wordpressHa('apply -e staging --auto-approve', APPLIED);

  expect(exitCode).toBe(0);
  expect(terraform.get('web')?.calls).toEqual(['init', 'selectWorkspace staging', 'plan', 'apply']);
  expect(terraform.get('foundation')?.calls).not.toContain('apply');
  expect(stderr).toContain('web           1       0        0        0');
  expect(stdout).toContain('staging: 2 stacks finished\n');
  expect(stdout).toMatch(/web +applied +1 /);
  expect(stdout).toMatch(/foundation +unchanged +0 /);
});

test('goes on only when the question is answered with yes', async () => {
  const agreed = await wordpressHa('apply -e staging', { ...APPLIED, answers: ['yes'] });
  const refused = await wordpressHa('apply -e staging', { ...APPLIED, answers: ['y'] });

  expect(agreed.terraform.get('web')?.calls).toContain('apply');
  expect(refused.terraform.get('web')?.calls).not.toContain('apply');
  expect(refused.stderr).toContain("nothing was changed: the answer was not 'yes'");
  expect(refused.exitCode).toBe(1);
});

test('asks for the name of the environment when data would be destroyed', async () => {
  const scripts = {
    foundation: { outputs: FOUNDATION_OUTPUTS, plans: [planThat(['aws_db_instance.Main', 'replace'])] },
  };
  const refused = await wordpressHa('apply -e staging', { scripts, answers: ['yes'] });
  const agreed = await wordpressHa('apply -e staging', { scripts, answers: ['staging'] });

  expect(refused.questions).toEqual(["this destroys data, see above\ntype 'staging' to go on: "]);
  expect(refused.terraform.get('foundation')?.calls).not.toContain('apply');
  expect(agreed.terraform.get('foundation')?.calls).toContain('apply');
});

test('asks nothing when there is nothing to change', async () => {
  const { exitCode, questions } = await wordpressHa('apply -e staging', {
    scripts: { foundation: { outputs: FOUNDATION_OUTPUTS } },
    answers: [],
  });

  expect({ exitCode, questions }).toEqual({ exitCode: 0, questions: [] });
});

test('is refused without a terminal and without --auto-approve', async () => {
  const { exitCode, stderr, terraform } = await wordpressHa('apply -e staging', APPLIED);

  expect(stderr).toContain("'apply' needs a confirmation and there is no terminal to ask on; give '--auto-approve'");
  expect(terraform.get('web')?.calls).not.toContain('apply');
  expect(exitCode).toBe(1);
});

/** Foundation gets its outputs once it is applied. */
function fromZero(again: ReturnType<typeof planThat>): World {
  const outputs: Record<string, (typeof FOUNDATION_OUTPUTS)['cross-stack-output-vpc']> = {};
  const during = (call: string): void => {
    if (call === 'apply') Object.assign(outputs, FOUNDATION_OUTPUTS);
  };
  return {
    scripts: {
      foundation: { outputs, during, plans: [planThat(['aws_vpc.Network', 'create'])] },
      web: { plans: [CREATE, again] },
    },
  };
}

test('plans a stack with placeholders again once its upstream is applied, and applies that plan', async () => {
  const { exitCode, terraform } = await wordpressHa('apply -e staging --auto-approve', fromZero(CREATE));

  expect(exitCode).toBe(0);
  expect(terraform.get('foundation')?.calls).toContain('apply');
  expect(terraform.get('web')?.calls.slice(-2)).toEqual(['plan', 'apply']);
});

test('stops when the plan with real values would destroy data that was not shown', async () => {
  const { exitCode, stderr, terraform } = await wordpressHa(
    'apply -e staging --auto-approve',
    fromZero(planThat(['aws_db_instance.Main', 'delete'])),
  );

  expect(stderr).toContain(
    "'web' would destroy aws_db_instance.Main, which the plan did not show; plan again and decide",
  );
  expect(terraform.get('web')?.calls).not.toContain('apply');
  expect(exitCode).toBe(1);
});

test('plans a downstream stack again when its upstream changed in the same run', async () => {
  const { terraform } = await wordpressHa('apply -e staging --auto-approve', {
    scripts: {
      foundation: { outputs: FOUNDATION_OUTPUTS, plans: [planThat(['aws_vpc.Network', 'update'])] },
      web: { plans: [CREATE] },
    },
  });

  expect(terraform.get('web')?.calls.slice(-3)).toEqual(['plan', 'plan', 'apply']);
});

test('refuses one stack alone while the stack it reads from is not applied', async () => {
  const { exitCode, stderr } = await wordpressHa('apply -e staging --stack web --auto-approve', {
    scripts: { web: { plans: [CREATE] } },
  });

  expect(stderr).toContain(
    "'web' reads values of foundation, not applied yet; add '--stack foundation' or leave '--stack' out",
  );
  expect(exitCode).toBe(1);
});

test('applies nothing when one stack cannot be planned', async () => {
  const { stderr, terraform } = await wordpressHa('apply -e staging --auto-approve', {
    scripts: {
      foundation: { outputs: FOUNDATION_OUTPUTS, plans: [CREATE] },
      web: { fails: { plan: new UserError('no') } },
    },
  });

  expect(stderr).toBe('nothing was applied because not every stack could be planned\nweb: no\n');
  expect(terraform.get('foundation')?.calls).not.toContain('apply');
});

test('says what is finished and how to go on when a stack fails', async () => {
  const { exitCode, stdout, stderr, terraform } = await wordpressHa('apply -e staging --auto-approve', {
    scripts: {
      foundation: { outputs: FOUNDATION_OUTPUTS, plans: [CREATE], fails: { apply: new UserError('quota exceeded') } },
      web: { plans: [CREATE] },
    },
  });

  expect(stderr).toContain("foundation: quota exceeded\nweb: not begun because 'foundation' failed\n");
  expect(stderr).toContain("not finished; finished stacks: none; 'wordpress-ha apply -e staging' goes on from here");
  expect(stdout).toContain('0 stacks finished, 2 not');
  expect(terraform.get('web')?.calls).not.toContain('apply');
  expect(exitCode).toBe(1);
});

test('says that it was interrupted and begins no further stack', async () => {
  const { exitCode, stderr } = await wordpressHa('apply -e staging --auto-approve', { ...APPLIED, aborted: true });

  expect(stderr).toContain('not begun because the run was interrupted');
  expect(exitCode).toBe(1);
});

test('shows how far a stack is', async () => {
  const { stderr } = await wordpressHa('apply -e staging --auto-approve --verbose', APPLIED);

  expect(stderr).toContain('apply web: done: 1 to add\n');
});
