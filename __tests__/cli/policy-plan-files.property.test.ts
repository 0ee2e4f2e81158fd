import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectFolder, wordpressHa, type Outcome } from './support';

/** A plan that Terraform 1.11.4 made. */
const PLAN = readFileSync(join(__dirname, '../policy/model/fixtures/modules.plan.json'), 'utf8').trimEnd();

/** What the command says of a file with this content as a plan. */
async function check(content: string): Promise<Outcome> {
  writeFileSync(join(projectFolder(), 'plan.json'), content);
  return wordpressHa('policy check --plan plan.json');
}

function expectRefusal({ exitCode, stdout, stderr }: Outcome): void {
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toMatch(/^[^\n]*'?plan\.json'?[^\n]*\n$/);
  expect(stderr).not.toContain('defect');
}

test('a plan that is cut off anywhere is exit 1 with a sentence, never a pass', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: PLAN.length - 1 }), async (length) => {
      expectRefusal(await check(PLAN.slice(0, length)));
    }),
    { numRuns: 60 },
  );
});

test('any other JSON is exit 1 with a sentence, never a pass', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), async (json) => {
      expectRefusal(await check(json));
    }),
    { numRuns: 60 },
  );
});

test('a plan without one of its parts is exit 1, and the whole is judged', async () => {
  const whole = JSON.parse(PLAN) as Record<string, unknown>;
  const needed = ['format_version', 'planned_values', 'configuration', 'resource_changes'];
  for (const part of needed) {
    expectRefusal(await check(JSON.stringify({ ...whole, [part]: undefined })));
  }
  expect((await check(PLAN)).exitCode).toBe(2);
});
