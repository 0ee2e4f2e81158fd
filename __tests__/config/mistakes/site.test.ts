import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [
    "'site.title' must be 1 to 200 printable characters on one line without '${' and '%{', got \"\"; shorten or reword it",
    { 'site/title': '' },
  ],
  [
    "'site.title' must be 1 to 200 printable characters on one line without '${' and '%{', got \"   \"; shorten or reword it",
    { 'site/title': '   ' },
  ],
  [
    "'site.title' must be 1 to 200 printable characters on one line without '${' and '%{', got \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\"; shorten or reword it",
    { 'site/title': 'x'.repeat(201) },
  ],
  [
    "'site.title' must be 1 to 200 printable characters on one line without '${' and '%{', got \"two\\nlines\"; shorten or reword it",
    { 'site/title': 'two\nlines' },
  ],
  [
    "'site.title' must be 1 to 200 printable characters on one line without '${' and '%{', got \"a ${b}\"; shorten or reword it",
    { 'site/title': 'a ${b}' },
  ],
  [
    `'site.adminEmail' must be an e-mail address, got "admin"; write it like 'admin@example.com'`,
    { 'site/adminEmail': 'admin' },
  ],
];

describe('mistakes in the site', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('development', changes)).toEqual([sentence]);
  });
});
