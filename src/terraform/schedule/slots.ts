/** Runs work once one of a number of places is free. Work in a place must not ask for another one. */
export type InSlot = <T>(work: () => Promise<T>) => Promise<T>;

/** As many places as given, at least one; who asked first goes first. */
export function slots(count: number): InSlot {
  let free = Math.max(1, count);
  const waiting: (() => void)[] = [];
  const enter = (): Promise<void> => {
    if (free === 0) return new Promise((resolve) => waiting.push(resolve));
    free -= 1;
    return Promise.resolve();
  };
  const leave = (): void => {
    const next = waiting.shift();
    // the place goes on to the next one, so that nobody who comes later gets in between
    if (next === undefined) free += 1;
    else next();
  };
  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
