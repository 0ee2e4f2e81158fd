import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { rulesDocument } from '../../../scripts/rules-document';
import { RULES } from '../../../src/policy/rules';

const ROOT = resolve(__dirname, '../../..');

test('the list of rules in the documents is what the rules say', () => {
  const args = ['--require', 'tsx/cjs', 'scripts/write-rules.ts', '--check'];
  const { stderr, status } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });

  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('it has every rule once, with reason, remedy and what it cannot be', () => {
  const text = rulesDocument(RULES);

  for (const { id, title, why, fix } of RULES) {
    expect(text.split(`### ${id}: ${title}\n`)).toHaveLength(2);
    expect(text).toContain(`${why}\n\n**Fix**: ${fix}`);
  }
  expect(text.match(/cannot be suppressed/g)).toHaveLength(
    RULES.filter(({ suppressible = true }) => !suppressible).length + 1,
  );
});
