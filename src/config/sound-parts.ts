import { escapePointer } from './shape';

/** Thrown when a check reads a part whose shape is wrong. */
class BrokenPart extends Error {}

/**
 * Runs a check on a value of which some parts have the wrong shape.
 *
 * The check sees the value through a view that ends the check as soon as it reads a broken part, so that checks can be
 * written for well-formed values only and still report all that the sound parts allow. `broken` holds JSON pointers.
 */
export function* onSoundParts<V extends object, R>(
  value: V,
  broken: ReadonlySet<string>,
  check: (view: V) => Iterable<R>,
): Generator<R> {
  try {
    yield* check(view(value, broken, ''));
  } catch (error) {
    if (!(error instanceof BrokenPart)) throw error;
  }
}

function view<V extends object>(value: V, broken: ReadonlySet<string>, pointer: string): V {
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol') return found;
      const here = `${pointer}/${escapePointer(key)}`;
      if (broken.has(here)) throw new BrokenPart(here);
      return typeof found === 'object' && found !== null ? view(found, broken, here) : found;
    },
  });
}
