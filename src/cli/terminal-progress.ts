import type { Progress } from './progress';

interface Row {
  title: string;
  finish(error?: Error): void;
}

/**
 * One live line a stack on a terminal.
 *
 * The list is loaded when it is first needed: it takes longer to load than a short command to run.
 */
export function terminalProgress(title: string, stacks: readonly string[], stream: NodeJS.WriteStream): Progress {
  const texts = new Map<string, string>();
  const rows = new Map<string, Row>();
  const settled = new Map<string, Error | undefined>();
  const shown = show(title, stacks, stream, { texts, rows, settled });
  const write = (stack: string, text: string): void => {
    texts.set(stack, text);
    const row = rows.get(stack);
    if (row !== undefined) row.title = `${stack}  ${text}`;
  };
  const settle = (stack: string, error?: Error): void => {
    settled.set(stack, error);
    rows.get(stack)?.finish(error);
  };
  return {
    update: write,
    done(stack, text) {
      write(stack, text);
      settle(stack);
    },
    fail(stack, text) {
      write(stack, text);
      settle(stack, new Error(`${stack}  ${text}`));
    },
    async end() {
      for (const stack of stacks) if (!settled.has(stack)) this.fail(stack, 'not begun');
      await shown;
    },
  };
}

interface Board {
  readonly texts: ReadonlyMap<string, string>;
  readonly rows: Map<string, Row>;
  readonly settled: ReadonlyMap<string, Error | undefined>;
}

async function show(title: string, stacks: readonly string[], stream: NodeJS.WriteStream, board: Board): Promise<void> {
  const { Listr, ListrLogger, ProcessOutput } = await import('listr2');
  const tasks = stacks.map((stack) => ({
    title: `${stack}  ${board.texts.get(stack) ?? 'waiting'}`,
    task: (_context: unknown, task: { title: string }) =>
      new Promise<void>((resolve, reject) => {
        const finish = (error?: Error): void => (error === undefined ? resolve() : reject(error));
        board.rows.set(stack, {
          set title(text: string) {
            task.title = text;
          },
          finish,
        });
        task.title = `${stack}  ${board.texts.get(stack) ?? 'waiting'}`;
        if (board.settled.has(stack)) finish(board.settled.get(stack));
      }),
  }));
  const logger = new ListrLogger({ processOutput: new ProcessOutput(stream, stream) });
  const list = new Listr(
    [{ title, task: (_context, task) => task.newListr(tasks, { concurrent: true, exitOnError: false }) }],
    {
      rendererOptions: { logger, collapseSubtasks: false },
      exitOnError: false,
      registerSignalListeners: false,
    },
  );
  await list.run();
}
