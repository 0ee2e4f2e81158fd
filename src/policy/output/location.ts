import type { Finding } from '../evaluation/finding';

/** A line of a file, relative to the project and with slashes. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** Finds where a finding is to be repaired; undefined where nothing is known. */
export type Locate = (finding: Pick<Finding, 'stack' | 'address' | 'origin'>) => Location | undefined;

/** Reads `stacks/web-stack.ts:40:5`. */
export function locationOfFrame(frame: string): Location | undefined {
  const [, file, line, column] = /^(?:file:\/\/)?(.+):(\d+):(\d+)$/.exec(frame) ?? [];
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}

/** The line of pretty-printed Terraform JSON at which a resource begins; 1 where it cannot be found. */
export function lineOfAddress(text: string, address: string): number {
  const [first = '', second = '', third] = address.split('.');
  const data = first === 'data';
  const way =
    address.startsWith('output.') || address.startsWith('provider.')
      ? [first, second]
      : [data ? 'data' : 'resource', ...(data ? [second, third ?? ''] : [first, second])];
  const lines = text.split('\n');
  let at = 0;
  let indent = -1;
  for (const name of way) {
    const found = lines.findIndex((line, index) => {
      const [, blanks = '', key] = /^(\s*)("(?:[^"\\]|\\.)*"):/.exec(line) ?? [];
      return index >= at && blanks.length > indent && key === JSON.stringify(name);
    });
    if (found < 0) return at === 0 ? 1 : at;
    indent = /^\s*/.exec(lines[found] ?? '')?.[0].length ?? 0;
    at = found + 1;
  }
  return at;
}
