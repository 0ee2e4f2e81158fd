import { UserError } from '../../core/errors';

interface Dependent {
  readonly name: string;
  readonly dependencies: readonly string[];
}

/**
 * Sorts so that each comes after all it depends on, and otherwise keeps the order given.
 *
 * @throws UserError when a dependency is not among the items, a name repeats, or dependencies form a cycle
 */
export function inDependencyOrder<T extends Dependent>(items: readonly T[]): T[] {
  const byName = new Map(items.map((item) => [item.name, item]));
  const repeated = items.find((item) => byName.get(item.name) !== item);
  if (repeated !== undefined) throw new UserError(`'${repeated.name}' is given twice; names must be unique`);
  const sorted: T[] = [];
  const done = new Set<string>();
  const visit = (item: T, path: readonly string[]): void => {
    if (done.has(item.name)) return;
    const start = path.indexOf(item.name);
    if (start >= 0) {
      const cycle = [...path.slice(start), item.name].join(' -> ');
      throw new UserError(
        `dependencies must not form a cycle, got ${cycle}; let one of them take the value another way`,
      );
    }
    for (const name of item.dependencies) {
      const dependency = byName.get(name);
      if (dependency === undefined) {
        throw new UserError(
          `'${item.name}' depends on '${name}', which does not exist; known: ${[...byName.keys()].join(', ')}`,
        );
      }
      visit(dependency, [...path, item.name]);
    }
    done.add(item.name);
    sorted.push(item);
  };
  items.forEach((item) => visit(item, []));
  return sorted;
}
