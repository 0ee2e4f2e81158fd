import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../src/terraform/json';
import type { PlanJson } from '../../src/terraform/plan/plan-json';
import { planOfConfiguration } from '../policy/support/plan-of-configuration';
import { planThat } from './plans';
import { DEFAULT_STACKS, FOUNDATION_OUTPUTS, projectFolder, wordpressHa, type World } from './support';

const PUBLIC = { resource: { aws_db_instance: { main: { publicly_accessible: true, storage_encrypted: true } } } };
const PRIVATE = { resource: { aws_db_instance: { main: { publicly_accessible: false, storage_encrypted: true } } } };
const plan = (configuration: JsonObject): PlanJson => planOfConfiguration(configuration) as unknown as PlanJson;

/** Foundation is applied already; `web` is synthesized as one thing and may be planned as another. */
function world(synthesized: JsonObject, plans: readonly PlanJson[] = [plan(synthesized)]): World {
  const web = { ...DEFAULT_STACKS['web'], configuration: { ...DEFAULT_STACKS['web']?.configuration, ...synthesized } };
  return {
    stacks: { ...DEFAULT_STACKS, web },
    scripts: { foundation: { outputs: FOUNDATION_OUTPUTS }, web: { plans } },
  };
}

test('refuses a plan with findings, names them and the ways out, and asks nothing', async () => {
  const { exitCode, stdout, questions, terraform } = await wordpressHa('apply -e staging', {
    ...world(PUBLIC),
    answers: ['yes'],
  });

  expect(exitCode).toBe(2);
  expect(stdout).toContain(
    "critical WPHA-RDS-002  web/aws_db_instance.main\n           'publicly_accessible' must be false, got true",
  );
  expect(stdout).toContain('nothing was applied: the policy finds 1 mistake\n');
  expect(stdout).toContain("'policy.json'");
  expect(questions).toEqual([]);
  expect(terraform.get('web')?.calls).not.toContain('apply');
});

test('judges what the plan says where it says more than what was synthesized', async () => {
  const { exitCode, stdout } = await wordpressHa(
    'apply -e staging --auto-approve',
    world(
      { resource: { aws_db_instance: { main: { publicly_accessible: '${var.open}', storage_encrypted: true } } } },
      [plan(PUBLIC)],
    ),
  );

  expect(exitCode).toBe(2);
  expect(stdout).toContain('WPHA-RDS-002');
});

test('applies a plan without findings', async () => {
  const { exitCode, terraform } = await wordpressHa('apply -e staging --auto-approve', world(PRIVATE));

  expect(exitCode).toBe(0);
  expect(terraform.get('web')?.calls).toContain('apply');
});

test.each([
  ['off', 0],
  ['critical', 2],
])('--policy %s is exit %i for a critical finding', async (policy, code) => {
  const line = `apply -e staging --auto-approve --policy ${policy}`;

  expect((await wordpressHa(line, world(PUBLIC))).exitCode).toBe(code);
});

test('--policy lowers what is refused', async () => {
  const unlogged = { resource: { aws_lb: { web: { internal: true, drop_invalid_header_fields: true } } } };
  const line = 'apply -e staging --auto-approve';

  expect((await wordpressHa(line, world(unlogged))).exitCode).toBe(2);
  expect((await wordpressHa(`${line} --policy critical`, world(unlogged))).exitCode).toBe(0);
});

test('a finding that policy.json accepts does not stop it', async () => {
  const accepted = {
    rule: 'WPHA-ELB-007',
    address: 'aws_lb.web',
    reason: 'a demo that lives for a day',
    owner: 'web-team',
    expires: '2027-05-31',
  };
  writeFileSync(join(projectFolder(), 'policy.json'), JSON.stringify({ suppressions: [accepted] }));
  const { stdout } = await wordpressHa('apply -e staging --auto-approve', {
    ...world({ resource: { aws_lb: { web: { internal: true } } } }),
  });

  expect(stdout).not.toContain('WPHA-ELB-007');
});

test('leaves alone what is as it was, so that a repair elsewhere is not held up', async () => {
  const outcome = await wordpressHa(
    'apply -e staging --auto-approve',
    world(PUBLIC, [{ format_version: '1.2', resource_changes: [], output_changes: {} }]),
  );

  expect(outcome.exitCode).toBe(0);
});

test('refuses a threshold that is none before anything is planned', async () => {
  const { exitCode, stderr, terraform } = await wordpressHa('apply -e staging --policy none', world(PRIVATE));

  expect(exitCode).toBe(1);
  expect(stderr).toBe("'--policy' must be one of low, medium, high, critical, off, got 'none'\n");
  expect(terraform.size).toBe(0);
});

test('judges a stack again that is planned again with the values of its upstream stacks', async () => {
  const outputs: Record<string, (typeof FOUNDATION_OUTPUTS)['cross-stack-output-vpc']> = {};
  const during = (call: string): void => {
    if (call === 'apply') Object.assign(outputs, FOUNDATION_OUTPUTS);
  };
  const open = {
    resource: { aws_db_instance: { main: { publicly_accessible: '${var.open}', storage_encrypted: true } } },
  };
  const { exitCode, stderr, terraform } = await wordpressHa('apply -e staging --auto-approve', {
    stacks: world(open).stacks ?? {},
    scripts: {
      foundation: { outputs, during, plans: [planThat(['aws_vpc.Network', 'create'])] },
      web: { plans: [planThat(['aws_db_instance.main', 'create']), plan(PUBLIC)] },
    },
  });

  expect(exitCode).toBe(1);
  expect(stderr).toContain(
    "web: with the values of its upstream stacks 'web' breaks the policy; repair or accept what it finds:\n" +
      "  WPHA-RDS-002 web/aws_db_instance.main#publicly_accessible: 'publicly_accessible' must be false, got true",
  );
  expect(terraform.get('foundation')?.calls).toContain('apply');
  expect(terraform.get('web')?.calls).not.toContain('apply');
});

test('in the sandbox it judges the settings of the app and not those for the emulator', async () => {
  const provider = { aws: [{ region: 'eu-central-1' }] };
  const emulated = plan({ ...PRIVATE, provider: { aws: [{ access_key: '123456789012', secret_key: 'sandbox' }] } });
  const line = 'apply -e staging --auto-approve';

  expect((await wordpressHa(line, world({ ...PRIVATE, provider }, [emulated]))).exitCode).toBe(2);
  expect((await wordpressHa(`${line} --sandbox`, world({ ...PRIVATE, provider }, [emulated]))).exitCode).toBe(0);
});
