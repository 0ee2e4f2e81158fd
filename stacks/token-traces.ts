/**
 * Does some work while cdktf cannot trace where its tokens come from.
 *
 * For every token cdktf keeps a stack trace of any depth, which only some of its own errors show: a fifth of the time and
 * half of the memory of a synthesis. It has no setting for that. Errors keep the traces that the engine gives them.
 */
export function withoutTokenTraces<T>(work: () => T): T {
  const capture = Object.getOwnPropertyDescriptor(Error, 'captureStackTrace') ?? {};
  Object.defineProperty(Error, 'captureStackTrace', { ...capture, value: () => undefined });
  try {
    return work();
  } finally {
    Object.defineProperty(Error, 'captureStackTrace', capture);
  }
}
