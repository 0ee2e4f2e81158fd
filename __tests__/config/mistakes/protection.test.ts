import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [
    `'protection.offUntil' must not be in the past (today is 2026-11-21), got "2026-11-20"; set 'protection' to 'on' again`,
    { protection: { offUntil: '2026-11-20', reason: 'move' } },
  ],
  [
    `'protection.offUntil' must be at most 7 days ahead, got "2026-11-29"; use '2026-11-28' or earlier`,
    { protection: { offUntil: '2026-11-29', reason: 'move' } },
  ],
  [
    `'protection.offUntil' must be a day as YYYY-MM-DD, got "2026-02-30"; write it like '2026-11-28'`,
    { protection: { offUntil: '2026-02-30', reason: 'move' } },
  ],
  [
    `'protection.offUntil' must be a day as YYYY-MM-DD, got "tomorrow"; write it like '2026-11-28'`,
    { protection: { offUntil: 'tomorrow', reason: 'move' } },
  ],
  [
    `'protection.reason' must say why protection is lifted, got "  "; write a sentence for whoever reads this later`,
    { protection: { offUntil: '2026-11-22', reason: '  ' } },
  ],
];

describe('mistakes in protection', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('production', changes)).toEqual([sentence]);
  });
});
