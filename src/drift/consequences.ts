import { objectOf, type JsonObject } from '../terraform/json';
import { mergeMarks, valueAt, withValueAt } from './compare/attribute-path';
import type { Difference } from './difference';
import { digestOf } from './fingerprint';
import type { Consequence, DriftedObject, DriftJudge } from './judge';

/** A difference and the stack it is in. */
interface Judged {
  readonly difference: Difference;
  readonly object: DriftedObject;
}

/** Asks a judge what follows from differences, each by itself; nothing about those that are pending or known only in part. */
export function consequencesOf(
  stacks: readonly { readonly stack: string; readonly differences: readonly Difference[] }[],
  judge: DriftJudge | undefined,
): ReadonlyMap<Difference, readonly Consequence[]> {
  const found = new Map<Difference, readonly Consequence[]>();
  if (judge === undefined) return found;
  let left = stacks.flatMap(({ stack, differences }) =>
    differences
      .filter(({ class: kind, complete }) => kind !== 'pending' && complete)
      .map((difference): Judged => ({ difference, object: driftedObject(stack, difference) })),
  );
  // an object has one state at a time: a second difference of the same resource is judged in the next round
  while (left.length > 0) {
    const round = [
      ...new Map(left.map((each) => [JSON.stringify([each.object.stack, each.object.address]), each])).values(),
    ];
    const answers = judge(round.map(({ object }) => object));
    round.forEach(({ difference }, position) => found.set(difference, answers[position] ?? []));
    left = left.filter((each) => !round.includes(each));
  }
  return found;
}

function driftedObject(stack: string, difference: Difference): DriftedObject {
  const { address, type, object, before, sensitive } = difference;
  return {
    ...{ stack, before, after: changedBy(difference), sensitive: mergeMarks(sensitive) },
    address: object === undefined ? address : `${object.type}.stray_${digestOf(address, object.id)}`,
    type: object?.type ?? type,
  };
}

/** The resource as applied with only this difference in it. */
function changedBy({ before, after, paths }: Difference): JsonObject | null {
  if (before === null || after === null || paths.length === 0) return after;
  return paths.reduce((state, path) => objectOf(withValueAt(state, path, valueAt(after, path))), before);
}
