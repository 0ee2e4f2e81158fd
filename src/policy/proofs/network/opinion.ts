/** What a rule, a filter or a whole way says of a packet; `unclear` when what decides is not known yet. */
export type Opinion = 'passes' | 'blocked' | 'unclear';

/** Passes when all do. */
export function allOf(opinions: Iterable<Opinion>): Opinion {
  let result: Opinion = 'passes';
  for (const opinion of opinions) {
    if (opinion === 'blocked') return 'blocked';
    if (opinion === 'unclear') result = 'unclear';
  }
  return result;
}

/** Passes when one does. */
export function anyOf(opinions: Iterable<Opinion>): Opinion {
  let result: Opinion = 'blocked';
  for (const opinion of opinions) {
    if (opinion === 'passes') return 'passes';
    if (opinion === 'unclear') result = 'unclear';
  }
  return result;
}
