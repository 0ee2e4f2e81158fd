import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { JsonObject } from '../../src/terraform/json';
import { projectFolder, wordpressHa, type World } from './support';

const databases = (settings: Readonly<Record<string, JsonObject>>): World => {
  const main = Object.entries(settings).map(([name, more]) => [name, { storage_encrypted: true, ...more }] as const);
  return { stacks: { data: { configuration: { resource: { aws_db_instance: Object.fromEntries(main) } } } } };
};
const OLD = databases({ old: { publicly_accessible: true } });
const NEW = databases({ old: { publicly_accessible: true }, new: { publicly_accessible: true } });
const path = (name: string): string => join(projectFolder(), name);

async function report(name: string, world: World, more = ''): Promise<void> {
  const { stdout } = await wordpressHa(`policy check --format json${more}`, world);
  writeFileSync(path(name), stdout);
}

test('shows only what is new and exits 2 for it', async () => {
  await report('base.json', OLD);
  await report('head.json', NEW);
  const { exitCode, stdout } = await wordpressHa('policy diff base.json head.json');

  expect(exitCode).toBe(2);
  expect(stdout).toContain('WPHA-RDS-002  data/aws_db_instance.new');
  expect(stdout).not.toContain('aws_db_instance.old');
});

test('what was there before is no reason to stop, and what is repaired is counted', async () => {
  await report('base.json', NEW);
  await report('head.json', OLD);
  const { exitCode, stdout } = await wordpressHa('policy diff base.json head.json');

  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^0 new findings to repair, 0 milder, [1-9]\d* resolved\n$/);
});

test('a suppression that has ended is new', async () => {
  const accepted = {
    rule: 'WPHA-ELB-007',
    address: '*',
    reason: 'a demo that lives for a day',
    owner: 'web-team',
    expires: '2027-05-31',
  };
  const world: World = { stacks: { web: { configuration: { resource: { aws_lb: { main: { internal: true } } } } } } };
  writeFileSync(path('accepted.json'), JSON.stringify({ suppressions: [accepted] }));
  await report('base.json', world, ' --suppressions accepted.json');
  await report('head.json', world);
  const { exitCode, stdout } = await wordpressHa('policy diff base.json head.json');

  expect(exitCode).toBe(2);
  expect(stdout).toContain('WPHA-ELB-007');
});

test('is a comment for a pull request as Markdown', async () => {
  await report('base.json', OLD);
  await report('head.json', NEW);
  const { stdout } = await wordpressHa('policy diff base.json head.json --format markdown');

  expect(stdout).toMatch(/^## Policy: \d new to repair\n\n### New, at or above the threshold\n\n\| severity \|/);
});

test('says when the reports cannot be compared', async () => {
  await report('base.json', OLD, ' --pack baseline');
  await report('head.json', OLD, ' --pack production');

  expect((await wordpressHa('policy diff base.json head.json')).stdout).toContain(
    'the reports are of different packs: baseline and production\nthe reports have different thresholds: medium and low',
  );
});

test('a report that is cut off anywhere, absent or of something else is exit 1', async () => {
  await report('head.json', NEW);
  const { stdout } = await wordpressHa('policy check --format json', NEW);
  const whole = stdout.trimEnd();
  const refused = async (content: string): Promise<void> => {
    writeFileSync(path('base.json'), content);
    const outcome = await wordpressHa('policy diff base.json head.json');
    expect(outcome).toMatchObject({ exitCode: 1, stdout: '' });
    expect(outcome.stderr).toMatch(/^'base.json' is /);
  };

  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), (length) => refused(whole.slice(0, length))),
    { numRuns: 25 },
  );
  await refused('{"name": "x"}');
  await refused('[]');
  expect((await wordpressHa('policy diff none.json head.json')).stderr).toContain("'none.json' cannot be read");
});

test('refuses a format it does not have', async () => {
  expect((await wordpressHa('policy diff base.json head.json --format sarif')).stderr).toBe(
    "'--format' must be one of table, json, markdown, got 'sarif'\n",
  );
});
