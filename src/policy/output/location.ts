import type { Finding } from '../evaluation/finding';

/** A line of a file, relative to the project and with slashes. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** Finds where a finding is to be repaired; undefined where nothing is known. */
export type Locate = (finding: Pick<Finding, 'stack' | 'address' | 'construct'>) => Location | undefined;

/** Reads `stacks/web-stack.ts:40:5`. */
export function locationOfFrame(frame: string): Location | undefined {
  const [, file, line, column] = /^(?:file:\/\/)?(.+):(\d+):(\d+)$/.exec(frame) ?? [];
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}

/** The line of pretty-printed Terraform JSON at which a resource begins, or the nearest block around it that is there. */
export function lineOfAddress(text: string, address: string): number {
  const lines = text.split('\n');
  const found = wayTo(address).reduce<{ readonly line: number; readonly lost: boolean }>(
    ({ line, lost }, name) => {
      const inside = lost ? undefined : lineOfMember(lines, line, name);
      return inside === undefined ? { line, lost: true } : { line: inside, lost: false };
    },
    { line: 0, lost: false },
  );
  return Math.max(found.line, 1);
}

/** Names of the members that lead to a resource, from the top. */
function wayTo(address: string): readonly string[] {
  const [first = '', second = '', third = ''] = address.split('.');
  if (first === 'output' || first === 'provider') return [first, second];
  return first === 'data' ? ['data', second, third] : ['resource', first, second];
}

/** Line, from 1 on, of a member of the object that begins at a line; members stand one level further in. */
function lineOfMember(lines: readonly string[], start: number, name: string): number | undefined {
  if (start > 0 && !/[[{]$/.test(lines[start - 1] ?? '')) return undefined;
  const first = lines.slice(start).find((line) => /^\s*"/.test(line));
  const depth = indentOf(first ?? '');
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() !== '' && indentOf(line) < depth && at > 0) return undefined;
    if (indentOf(line) === depth && line.trimStart().startsWith(`${JSON.stringify(name)}:`)) return at + 1;
  }
  return undefined;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
