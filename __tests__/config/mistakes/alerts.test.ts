import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [
    `'alertEmails[0]' must be an e-mail address, got "alerts"; write it like 'alerts@example.com'`,
    { alertEmails: ['alerts'] },
  ],
  [
    `'alertEmails[0]' must be an e-mail address, got "Alerts <alerts@example.com>"; write it like 'alerts@example.com'`,
    { alertEmails: ['Alerts <alerts@example.com>'] },
  ],
  [
    `'alertEmails[1]' must differ from 'alertEmails[0]', got "A@example.com"; remove it`,
    { alertEmails: ['a@example.com', 'A@example.com'] },
  ],
  [
    "'alertEmails[0]' must be an e-mail address, got \"${var.x}@example.com\"; write it like 'alerts@example.com'",
    { alertEmails: ['${var.x}@example.com'] },
  ],
];

describe('mistakes in alert addresses', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('development', changes)).toEqual([sentence]);
  });
});
