/** A text of others on one line, without anything that moves a cursor or colours a terminal. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
