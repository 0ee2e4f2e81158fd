const POLL_MS = 50;
/** Longer than a busy machine takes for any of it: only what hangs comes to its end. */
const MOST_MS = 300_000;

/** Waits until something holds. */
export async function waitFor(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + MOST_MS;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}
