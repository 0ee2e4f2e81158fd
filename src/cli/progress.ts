/** Shows how far the work on several stacks is. */
export interface Progress {
  /** The stack is being worked on; `text` says what at. */
  update(stack: string, text: string): void;
  /** The stack is finished. */
  done(stack: string, text: string): void;
  /** The stack could not be finished. */
  fail(stack: string, text: string): void;
  /** No further stack will be worked on; gives the terminal back. */
  end(): Promise<void>;
}

/** Says nothing while work lasts, for pipes; with `verbose` one line a finished stack. */
export function quietProgress(title: string, log: (line: string) => void, verbose: boolean): Progress {
  const say = (stack: string, text: string): void => {
    if (verbose) log(`${title} ${stack}: ${text}`);
  };
  return {
    update: () => undefined,
    done: say,
    fail: say,
    end: () => Promise.resolve(),
  };
}
