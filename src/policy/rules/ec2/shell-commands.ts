/** What a script is made of: a comment, a redirection with its file, the end of a command, or a word. */
const TOKEN = new RegExp(
  [
    String.raw`(?<blank>[^\S\n]+|\\\n)`,
    String.raw`(?<comment>#[^\n]*)`,
    String.raw`(?<redirection>\d*[<>]+&?[ \t]*)`,
    String.raw`(?<end>[\n;&|()])`,
    // an apostrophe that nothing closes in its line is text: user data holds more than scripts
    String.raw`(?<word>(?:'[^'\n]*'|"(?:\\[^]|[^"\\\n])*"|\\[^]|[^\s;&|()<>'"\\]|['"\\])+)`,
  ].join('|'),
  'gy',
);

/** Words before a command that do not change what it is: of the shell, of a list in a cloud-config, and assignments. */
const BEFORE_COMMAND = /^(?:-|!|\{|if|then|elif|else|while|until|do|time|exec|command|env|sudo|\w+=.*)$/s;

/** The commands of a shell script, each as its words without the quotes around them; comments and redirections are left out. */
export function shellCommands(script: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  let intoFile = false;
  for (const { groups = {} } of script.matchAll(TOKEN)) {
    if (groups.end !== undefined) commands.push([]);
    if (groups.word !== undefined && !intoFile) commands.at(-1)?.push(unquoted(groups.word));
    intoFile = groups.redirection !== undefined;
  }
  return commands.map(withoutPrefix).filter(({ length }) => length > 0);
}

function withoutPrefix(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !BEFORE_COMMAND.test(word));
  return start === -1 ? [] : words.slice(start);
}

function unquoted(word: string): string {
  return word.replace(/^(['"])(.*)\1$/s, '$2');
}
