/**
 * Sets a field in the TypeScript of an environment file; undefined where the field does not stand there as a literal on a
 * line of its own, so that only a person can change it.
 *
 * @param field names from the outside in, such as `database`, `multiAz`
 */
export function patchEnvironment(
  source: string,
  field: readonly string[],
  value: string | number | boolean,
): string | undefined {
  const lines = source.split('\n');
  const literal =
    typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : String(value);
  let inside = { from: 0, to: lines.length };
  for (const group of field.slice(0, -1)) {
    const found = blockOf(lines, group, inside);
    if (found === undefined) return undefined;
    inside = found;
  }
  const name = field.at(-1) ?? '';
  const setting = new RegExp(`^(\\s*${name}: )('(?:[^'\\\\]|\\\\.)*'|[\\w.]+)(,.*)$`);
  const matching = lines.flatMap((line, at) => (at >= inside.from && at < inside.to && setting.test(line) ? [at] : []));
  const [at] = matching;
  if (at === undefined || matching.length > 1) return undefined;
  return lines
    .map((line, number) =>
      number === at ? line.replace(setting, (_all, head: string, _old, tail: string) => head + literal + tail) : line,
    )
    .join('\n');
}

/** The lines between `name: {` and the brace that closes it, by indentation as prettier writes it. */
function blockOf(
  lines: readonly string[],
  name: string,
  { from, to }: { readonly from: number; readonly to: number },
): { from: number; to: number } | undefined {
  const start = lines.findIndex((line, at) => at >= from && at < to && new RegExp(`^\\s*${name}: \\{$`).test(line));
  if (start < 0) return undefined;
  const indent = /^\s*/.exec(lines[start] ?? '')?.[0] ?? '';
  const end = lines.findIndex((line, at) => at > start && line.startsWith(`${indent}}`));
  return end < 0 ? undefined : { from: start + 1, to: end };
}
