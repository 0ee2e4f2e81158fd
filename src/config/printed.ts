const LONGEST_TEXT = 60;
const LONGEST_LIST = 8;

/** Any value on one line, short enough for a message. */
export function printed(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol') return oneLine(value.description ?? 'a symbol');
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return printedList(value);
  if (typeof value === 'object') return value === null ? 'null' : printedObject(value);
  return Object.is(value, -0) ? '-0' : `${value as number | boolean}`;
}

/** Text in double quotes, shortened, with everything escaped that would break the line or hide in it. */
export function quoted(text: string): string {
  return oneLine(JSON.stringify(text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text));
}

/** Two or more alternatives as a person lists them: `'a', 'b' or 'c'`. */
export function alternatives(values: readonly string[]): string {
  const names = values.map((value) => `'${value}'`);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function oneLine(text: string): string {
  return text.slice(0, 8 * LONGEST_TEXT).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u{${Number(character.codePointAt(0)).toString(16)}}`;
}

function printedList(values: readonly unknown[]): string {
  if (values.length === 0) return 'an empty list';
  const scalars = values.every((value) => typeof value !== 'object' || value === null);
  return scalars && values.length <= LONGEST_LIST
    ? `[${values.map(printed).join(', ')}]`
    : `a list of ${values.length} ${values.length === 1 ? 'item' : 'items'}`;
}

function printedObject(value: object): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  const shown = keys.slice(0, LONGEST_LIST).map(quoted).join(', ');
  return `an object with ${shown}${keys.length > LONGEST_LIST ? ' and more' : ''}`;
}
