import fc from 'fast-check';
import type { LabUnderTest } from '../../src/lab/scenarios/lab-under-test';
import { inGroups, prove, type TrialResult } from '../../src/lab/scenarios/prove';
import type { Outcome, Trial } from '../../src/lab/scenarios/trial';
import { chooseTrials, TRIALS } from '../../src/lab/scenarios/trials';
import { FAULTS } from '../../src/lab/faults';

function trial(name: string, more: Partial<Trial> = {}): Trial {
  return { name, summary: `shows ${name}`, run: () => Promise.resolve({ detail: 'done' }), ...more };
}

async function run(trials: readonly Trial[], signal = new AbortController().signal): Promise<TrialResult[]> {
  const results: TrialResult[] = [];
  await prove({ signal, tell: () => undefined } as unknown as LabUnderTest, trials, (result) => results.push(result));
  return results;
}

describe('prove', () => {
  it('records what a scenario measured', async () => {
    const outcome: Outcome = { figure: 3, unit: 's', detail: 'after 3 s', bootSeconds: { stock: 3 } };

    expect(await run([trial('a', { run: () => Promise.resolve(outcome) })])).toEqual([
      {
        result: { name: 'a', summary: 'shows a', passed: true, figure: 3, unit: 's', detail: 'after 3 s' },
        bootSeconds: { stock: 3 },
      },
    ]);
  });

  it('records why one failed, and goes on', async () => {
    const results = await run([trial('a', { run: () => Promise.reject(new Error('broken\nat last')) }), trial('b')]);

    expect(results.map(({ result: { name, passed, detail } }) => ({ name, passed, detail }))).toEqual([
      { name: 'a', passed: false, detail: 'broken at last' },
      { name: 'b', passed: true, detail: 'done' },
    ]);
  });

  it('records for a fault what it had to lead to and the line of the log', async () => {
    const fault = trial('a', {
      expected: 'out-of-service',
      run: () => Promise.resolve({ detail: 'done', logLine: 'FAILED' }),
    });

    expect((await run([fault]))[0]?.result).toMatchObject({ expected: 'out-of-service', logLine: 'FAILED' });
  });

  it('runs one after another, and neighbours of one group at once', async () => {
    const events: string[] = [];
    const noting = (name: string, group?: string): Trial =>
      trial(name, {
        ...(group === undefined ? {} : { group }),
        run: async () => {
          events.push(`${name} begins`);
          await new Promise((resolve) => setImmediate(resolve));
          events.push(`${name} ends`);
          return { detail: '' };
        },
      });

    await run([noting('a'), noting('b', 'g'), noting('c', 'g')]);

    expect(events).toEqual(['a begins', 'a ends', 'b begins', 'c begins', 'b ends', 'c ends']);
  });

  it('begins early what has two parts, once nothing is to be undisturbed any more', async () => {
    const events: string[] = [];
    const part = (name: string): Promise<Outcome> => (events.push(name), Promise.resolve({ detail: name }));
    const noting = (name: string, more: Partial<Trial> = {}): Trial => trial(name, { run: () => part(name), ...more });
    const begin = async (): Promise<Trial['run']> => (await part('first part'), () => part('second part'));

    const results = await run([
      noting('a'),
      noting('b', { undisturbed: true }),
      noting('c'),
      noting('d', { begin }),
      noting('e'),
    ]);

    expect(events).toEqual(['a', 'b', 'first part', 'c', 'second part', 'e']);
    expect(results[3]?.result.detail).toBe('second part');
  });

  it('records what failed in the first part where the trial stands', async () => {
    const begin = (): Promise<never> => Promise.reject(new Error('no image'));
    const results = await run([trial('a'), trial('b', { begin })]);

    expect(results.map(({ result: { name, passed, detail } }) => [name, passed, detail])).toEqual([
      ['a', true, 'done'],
      ['b', false, 'no image'],
    ]);
  });

  it('begins nothing more once it is interrupted, and records no failure for it', async () => {
    const controller = new AbortController();
    const interrupted = trial('a', {
      run: () => {
        controller.abort(new Error('interrupted'));
        return Promise.reject(new Error('interrupted'));
      },
    });

    await expect(run([interrupted, trial('b')], controller.signal)).rejects.toThrow('interrupted');
  });
});

test('groups keep every trial in its place', () => {
  const groups = fc.array(fc.constantFrom(undefined, 'g', 'h'));
  fc.assert(
    fc.property(groups, (given) => {
      const trials = given.map((group, index) => trial(String(index), group === undefined ? {} : { group }));

      const together = inGroups(trials);

      expect(together.flat()).toEqual(trials);
      for (const each of together) {
        expect(
          each.length === 1 || (each[0]?.group !== undefined && new Set(each.map(({ group }) => group)).size === 1),
        ).toBe(true);
      }
    }),
  );
});

describe('the catalogue', () => {
  it('names everything once', () => {
    expect(new Set(TRIALS.map(({ name }) => name)).size).toBe(TRIALS.length);
  });

  it('holds every fault that the site must survive, with the words of the catalogue of faults', () => {
    const survived = Object.entries(FAULTS).filter(([, { expected }]) => expected === 'survived');

    expect(
      TRIALS.filter(({ expected }) => expected === 'survived')
        .map(({ name, summary }) => [name, summary])
        .sort(),
    ).toEqual(survived.map(([name, { summary }]) => [name, summary]).sort());
  });

  it('gives what is named in its own order, and all when nothing is named', () => {
    const trials = [trial('a'), trial('b'), trial('c')];

    expect(chooseTrials(['c', 'a'], trials).map(({ name }) => name)).toEqual(['a', 'c']);
    expect(chooseTrials([], trials)).toBe(trials);
  });

  it('fails for what it does not hold', () => {
    expect(() => chooseTrials(['x'], [trial('a'), trial('b')])).toThrow(
      "nothing to prove is called 'x'; choose from 'a', 'b'",
    );
  });
});
