import fc from 'fast-check';
import { schedule, type Job } from '../../../src/terraform/schedule/scheduler';

const tick = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Names a, b, c…; each may depend on earlier ones; some fail. */
const graphs = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc.tuple(
    ...Array.from({ length: size }, (_, index) =>
      fc.record({
        name: fc.constant(`job-${index}`),
        dependencies: fc.subarray(Array.from({ length: index }, (__, earlier) => `job-${earlier}`)),
        fails: fc.boolean(),
        ticks: fc.integer({ min: 0, max: 4 }),
      }),
    ),
  ),
);

describe('schedule', () => {
  it('starts nothing before all its dependencies succeeded, never exceeds the limit, and accounts for every job', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, fc.integer({ min: 1, max: 4 }), async (graph, concurrency) => {
        const succeeded = new Set<string>();
        let running = 0;
        const jobs = graph.map(({ name, dependencies, fails, ticks }): Job<string> => ({
          name,
          dependencies,
          run: async () => {
            running += 1;
            expect(running).toBeLessThanOrEqual(concurrency);
            dependencies.forEach((dependency) => expect(succeeded).toContain(dependency));
            for (let count = 0; count < ticks; count += 1) await tick();
            running -= 1;
            if (fails) throw new Error(name);
            succeeded.add(name);
            return name;
          },
        }));

        const results = await schedule([...jobs].reverse(), { concurrency });

        expect([...results.keys()].sort()).toEqual(graph.map(({ name }) => name).sort());
        for (const { name, dependencies, fails } of graph) {
          const blocked = dependencies.some((dependency) => !succeeded.has(dependency));
          expect(results.get(name)?.status).toBe(blocked ? 'skipped' : fails ? 'failed' : 'ok');
        }
      }),
    );
  });

  it('runs independent jobs side by side', async () => {
    const order: string[] = [];
    const job = (name: string): Job<void> => ({
      name,
      dependencies: [],
      run: async () => {
        order.push(`begin ${name}`);
        await tick();
        order.push(`end ${name}`);
      },
    });

    await schedule([job('a'), job('b')], { concurrency: 2 });

    expect(order).toEqual(['begin a', 'begin b', 'end a', 'end b']);
  });

  it('ignores dependencies that are not scheduled', async () => {
    const results = await schedule([{ name: 'web', dependencies: ['data'], run: () => Promise.resolve(1) }]);

    expect(results.get('web')).toEqual({ status: 'ok', value: 1 });
  });

  it('names the job that kept another from running', async () => {
    const failure = new Error('no');
    const results = await schedule<void>([
      { name: 'data', dependencies: [], run: () => Promise.reject(failure) },
      { name: 'web', dependencies: ['data'], run: () => Promise.resolve() },
    ]);

    expect(results.get('data')).toEqual({ status: 'failed', error: failure });
    expect(results.get('web')).toEqual({ status: 'skipped', because: 'data' });
  });

  it('starts nothing more once aborted and waits for what runs', async () => {
    const abort = new AbortController();
    const results = await schedule(
      [
        {
          name: 'a',
          dependencies: [],
          run: async (signal) => {
            abort.abort();
            await tick();
            return signal.aborted;
          },
        },
        { name: 'b', dependencies: [], run: () => Promise.resolve(false) },
      ],
      { concurrency: 1, signal: abort.signal },
    );

    expect(results.get('a')).toEqual({ status: 'ok', value: true });
    expect(results.get('b')).toEqual({ status: 'skipped', because: 'interrupted' });
  });

  it('fails when two jobs have one name', async () => {
    const job: Job<void> = { name: 'a', dependencies: [], run: () => Promise.resolve() };

    await expect(schedule([job, { ...job }])).rejects.toThrow("'a' is given twice; names must be unique");
  });
});
