import { markdown } from '../../../src/policy/output/markdown';
import { reportOfEverything } from './report';

const report = reportOfEverything();
const text = markdown(report, 'production');

test('begins with what is to be done and the counts', () => {
  expect(text.split('\n')[0]).toBe(`## Policy: production: ${report.counts.alarming} to repair`);
  expect(text).toContain(
    '3 rules of baseline on 5 resources: 1 passed, 3 failed, 1 cannot be told, 1 accepted. Threshold: medium.',
  );
});

test('shows every finding once, in the section it belongs to', () => {
  expect(text.match(/^### .*$/gm)).toEqual([
    '### At or above the threshold',
    '### Below the threshold',
    '### Cannot be told yet',
    '### Accepted',
  ]);
  expect(text.match(/^\| (low|medium|high|critical) \|.*\|$/gm)).toHaveLength(report.findings.length);
});

test('takes names and reasons as text, so that none can break the table or add markup', () => {
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  expect(rows.map((row) => row.replaceAll('\\|', '').split('|').length)).toEqual(rows.map(() => 6));
  expect(text).not.toContain('<b>');
});

test('stays short enough for a comment', () => {
  const [finding] = report.findings;
  if (finding === undefined) throw new Error('no finding');
  const long = markdown({ ...report, findings: Array.from({ length: 5000 }, () => finding) }, 'production');

  expect(long.length).toBeLessThan(65_536);
  expect(long).toContain('… and 4900 more');
});

test('a clean report says so', () => {
  const counts = { ...report.counts, alarming: 0 };
  expect(markdown({ ...report, findings: [], counts }, 'staging')).toMatch(/^## Policy: staging: nothing to repair\n/);
});
