/** A word as a POSIX shell takes it. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** One command line of words. */
export function commandLine(...words: readonly string[]): string {
  return words.map(quoted).join(' ');
}
