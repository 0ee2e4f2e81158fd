import { isMarked, valueAt, type AttributePath } from '../compare/attribute-path';
import type { Difference } from '../difference';
import { environmentField } from './environment-fields';
import { patchEnvironment } from './environment-patch';
import type { NextStep } from './next-step';
import type { StackPlace } from './stack-place';

/** How to make the configuration say what AWS has: a patch where a setting of the environment decides, else the place to edit. */
export function adoptSteps(difference: Difference, place: StackPlace): readonly NextStep[] {
  const { type, address, paths, environmentFile } = { ...difference, ...place };
  const settings = paths.map((path) => ({ field: environmentField(type, path), value: valueToShow(difference, path) }));
  const text = settings.reduce<string | undefined>((source, { field, value }) => {
    if (source === undefined || field === undefined || value === undefined) return undefined;
    return patchEnvironment(source, field, value);
  }, environmentFile?.text);
  if (environmentFile !== undefined && text !== undefined && text !== environmentFile.text) {
    const fields = settings.map(({ field }) => field?.join('.')).join(', ');
    const patch = unifiedDiff(environmentFile.path, environmentFile.text, text);
    return [
      {
        kind: 'adopt',
        summary: `keep it: set ${fields} in the environment`,
        commands: ['git apply adopt.patch'],
        edit: { file: 'adopt.patch', text: patch, form: 'patch' },
      },
    ];
  }
  const made = place.madeBy(address);
  if (made === undefined) return [];
  const names = difference.attributes.map(({ path }) => path).join(', ');
  return [{ kind: 'adopt', summary: `keep it: give ${names} the value found, at ${made}`, commands: [] }];
}

/** A value that may stand in a patch: a scalar that nothing marks sensitive. */
function valueToShow({ after, sensitive }: Difference, path: AttributePath): string | number | boolean | undefined {
  if (sensitive.some((marks) => isMarked(marks, path))) return undefined;
  const value = valueAt(after, path);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** A diff of two texts with as many lines, with three lines around each change. */
function unifiedDiff(path: string, before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const changed = old.map((line, at) => (line === now[at] ? -1 : at)).filter((at) => at >= 0);
  const first = Math.max(0, Math.min(...changed) - 3);
  const end = Math.min(old.length - (old.at(-1) === '' ? 1 : 0), Math.max(...changed) + 4);
  const lines = old.slice(first, end).flatMap((line, offset) => {
    const other = now[first + offset] ?? '';
    return line === other ? [` ${line}`] : [`-${line}`, `+${other}`];
  });
  const range = `${first + 1},${end - first}`;
  return [`--- a/${path}`, `+++ b/${path}`, `@@ -${range} +${range} @@`, ...lines, ''].join('\n');
}
