import { renderSummary, type DemoOutcome } from '../../../src/cli/commands/demo/summary';

const OUTCOME: DemoOutcome = {
  environment: 'development',
  applied: 181,
  toChange: 0,
  drifted: 1,
  repaired: true,
  left: 0,
  times: [
    { title: 'plan and apply every stack', seconds: 185.4 },
    { title: 'find it', seconds: 9.6 },
  ],
  exclusions: ['database-is-a-record: aws_db_instance: no engine runs'],
};

function lines(changed: Partial<DemoOutcome> = {}): string[] {
  return renderSummary({ ...OUTCOME, ...changed }).split('\n');
}

describe('the summary of the demo', () => {
  it('ends with the counts in one line', () => {
    expect(lines().at(-1)).toBe('development: 181 resources applied, 0 to change, 1 drift found and repaired, 0 left');
  });

  it('says that a kept sandbox still holds everything', () => {
    expect(lines({ left: undefined }).at(-1)).toMatch(/, kept$/);
  });

  it('gives the time of each step and of all', () => {
    expect(lines().slice(0, 4)).toEqual([
      'time',
      '  plan and apply every stack   3:05',
      '  find it                      0:10',
      '  total                        3:15',
    ]);
  });

  it('names every exclusion', () => {
    expect(lines()).toContain('  database-is-a-record: aws_db_instance: no engine runs');
  });
});
