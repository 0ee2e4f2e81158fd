import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planOfConfiguration } from '../policy/support/plan-of-configuration';
import { projectFolder, wordpressHa, type World } from './support';

const alarm = (more: object = {}): World => ({
  stacks: {
    operations: {
      configuration: {
        provider: { aws: [{ default_tags: [{ tags: { owner: 'web-team' } }] }] },
        resource: {
          aws_cloudwatch_metric_alarm: { Cpu: { alarm_actions: ['arn:x'], treat_missing_data: 'breaching', ...more } },
        },
      },
    },
  },
});

test('proves what the packs of the environment ask for', async () => {
  const { exitCode, stdout } = await wordpressHa('policy prove', alarm());

  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^proved +alarms {2}every alarm tells somebody and says what missing data means \(2 statements\)$/m,
  );
  expect(stdout).toMatch(/^not applicable +reachability/m);
  expect(stdout).not.toContain('no-single-point');
  expect(stdout).toContain('2 of 2 proofs hold');
});

test('exits 2 with the counter-example', async () => {
  const { exitCode, stdout } = await wordpressHa('policy prove alarms', alarm({ actions_enabled: false }));

  expect(exitCode).toBe(2);
  expect(stdout).toContain(
    '  operations/aws_cloudwatch_metric_alarm.Cpu tells nobody: its actions are off\n' +
      "    operations/aws_cloudwatch_metric_alarm.Cpu: 'actions_enabled' is false",
  );
});

test('prints the same document from run to run', async () => {
  const first = await wordpressHa('policy prove --json --pack production', alarm());
  const second = await wordpressHa('policy prove --json --pack production', alarm());

  expect(second.stdout).toBe(first.stdout);
});

test('compares the shape of two environments', async () => {
  const same = await wordpressHa('policy prove shape -e staging --against production', alarm());

  expect(same.exitCode).toBe(0);
});

test('proves of a plan of anybody, without an app', async () => {
  const plan = planOfConfiguration({ resource: { aws_cloudwatch_metric_alarm: { cpu: {} } } });
  writeFileSync(join(projectFolder(), 'plan.json'), JSON.stringify(plan));
  const { exitCode, stdout } = await wordpressHa('policy prove alarms --plan plan.json', {
    app: { exitCode: 1, stdout: '', stderr: '' },
  });

  expect(exitCode).toBe(2);
  expect(stdout).toContain('plan/aws_cloudwatch_metric_alarm.cpu tells nobody: it has no action');
});

test.each([
  [
    'policy prove nothing',
    "the proof must be one of reachability, no-single-point, alarms, tags, shape, got 'nothing'",
  ],
  ['policy prove --pack strict', "'--pack' must be one of baseline, production, wordpress, got 'strict'"],
  ['policy prove shape', "nothing in development to prove it of; name another environment with '--against'"],
  ['policy prove reachability', 'reachability: nothing in development to prove it of'],
])('refuses %s', async (line, message) => {
  const { exitCode, stderr } = await wordpressHa(line, alarm());

  expect(exitCode).toBe(1);
  expect(stderr).toContain(message);
});
