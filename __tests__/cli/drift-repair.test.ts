import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planOf, type ResourceFixture } from '../drift/plan-fixture';
import type { PlanJson } from '../../src/terraform/plan/plan-json';
import type { PlanOptions } from '../../src/terraform/execution/terraform';
import { FOUNDATION_OUTPUTS, projectFolder, wordpressHa, type Outcome } from './support';

const REPAIR = 'drift repair -e staging --stack foundation';
const TAGGED = { address: 'aws_eip.A', applied: { tags: {} }, live: { tags: { a: '1' } }, planned: { tags: {} } };
const OTHER = { address: 'aws_lb.B', applied: { a: 1 }, live: { a: 2 }, planned: { a: 1 } };

async function repaired(
  first: readonly ResourceFixture[],
  second: readonly ResourceFixture[],
): Promise<{ outcome: Outcome; options: readonly PlanOptions[] }> {
  writeFileSync(join(projectFolder(), 'drift.json'), JSON.stringify({ repair: { allow: ['*.tags'] } }));
  const options: PlanOptions[] = [];
  const plans = [first, second].map((resources) => (given: PlanOptions) => {
    options.push(given);
    return planOf(...resources) as unknown as PlanJson;
  });
  return {
    outcome: await wordpressHa(REPAIR, { scripts: { foundation: { outputs: FOUNDATION_OUTPUTS, plans } } }),
    options,
  };
}

test('puts back what is allowed by a plan for nothing else', async () => {
  const { outcome, options } = await repaired([TAGGED], [TAGGED]);

  expect(outcome.stdout).toBe('foundation: 1 resource put back\n  aws_eip.A\n');
  expect(options).toEqual([{ lock: false }, { targets: ['aws_eip.A'] }]);
  expect(outcome.terraform.get('foundation')?.calls).toContain('apply');
  expect(outcome.exitCode).toBe(0);
});

test('refuses a plan that would do more, says so, and applies nothing', async () => {
  const { outcome } = await repaired([TAGGED], [TAGGED, { ...OTHER, replaces: true }]);

  expect(outcome.stdout).toContain('left alone: the plan would replace aws_lb.B');
  expect(outcome.terraform.get('foundation')?.calls).not.toContain('apply');
  expect(outcome.exitCode).toBe(2);
});

test('ends with 2 when drift is left for a person', async () => {
  const { outcome } = await repaired([TAGGED, OTHER], [TAGGED]);

  expect(outcome.stdout).toContain("left alone: aws_lb.B: 'allow' does not name a");
  expect(outcome.exitCode).toBe(2);
});

test('repairs nothing without settings', async () => {
  const plans = [planOf(TAGGED) as unknown as PlanJson];
  const { stdout, terraform } = await wordpressHa(REPAIR, {
    scripts: { foundation: { outputs: FOUNDATION_OUTPUTS, plans } },
  });

  expect(stdout).toContain('foundation: 0 resources put back');
  expect(terraform.get('foundation')?.calls).not.toContain('apply');
});

test('wants the environment named', async () => {
  expect((await wordpressHa('drift repair')).exitCode).toBe(1);
});
