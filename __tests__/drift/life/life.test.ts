import fc from 'fast-check';
import type { Finding } from '../../../src/drift';
import { advance, type Advanced } from '../../../src/drift/life/advance';
import { parseHistory } from '../../../src/drift/life/history-text';
import { keepHistory, readKept } from '../../../src/drift/life/keep';
import type { History } from '../../../src/drift/life/open-finding';
import { driftStatistics } from '../../../src/drift/life/statistics';
import { finding, memoryStore } from './support';

const DAYS = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'].map((day) => `${day}T06:00:00.000Z`);
const [FIRST = '', SECOND = '', THIRD = ''] = DAYS;

/** Adds a check of stack `web`. */
function check(
  before: History | undefined,
  at: string,
  findings: readonly Finding[],
  ignored: readonly Finding[] = [],
): Advanced {
  return advance(before, { environment: 'production', checkedAt: at, stacks: [{ stack: 'web', findings, ignored }] });
}

const told = ({ events }: Advanced): string[] => events.map(({ kind, finding: { address } }) => `${kind} ${address}`);

test('the same drift twice is one open finding that began with the first check', () => {
  const first = check(undefined, FIRST, [finding('aws_lb.site')]);
  const second = check(first.history, SECOND, [finding('aws_lb.site')]);

  expect(told(first)).toEqual(['new aws_lb.site']);
  expect(told(second)).toEqual([]);
  expect(second.history.open).toEqual([expect.objectContaining({ address: 'aws_lb.site', firstSeen: FIRST })]);
  expect(second.lives.get('aws_lb.site')).toEqual({ status: 'continuing', firstSeen: FIRST });
});

test('drift that changes again says so and keeps its beginning, drift that is gone is resolved', () => {
  const first = check(undefined, FIRST, [finding('aws_lb.site'), finding('aws_lb.other')]);
  const second = check(first.history, SECOND, [finding('aws_lb.site', { content: 'two' })]);

  expect(told(second)).toEqual(['resolved aws_lb.other', 'changed aws_lb.site']);
  expect(second.history.open).toEqual([
    expect.objectContaining({ firstSeen: FIRST, changedAt: SECOND, content: 'two' }),
  ]);
});

test('drift that a rule accepts now is ignored, not resolved', () => {
  const first = check(undefined, FIRST, [finding('aws_lb.site')]);

  expect(told(check(first.history, SECOND, [], [finding('aws_lb.site')]))).toEqual(['ignored aws_lb.site']);
  expect(told(check(first.history, SECOND, [finding('aws_lb.site', { alarming: false })]))).toEqual([
    'ignored aws_lb.site',
  ]);
});

test('nothing is resolved in a stack that was not checked', () => {
  const first = check(undefined, FIRST, [finding('aws_lb.site')]);
  const second = advance(first.history, { environment: 'production', checkedAt: SECOND, stacks: [] });

  expect(second.events).toEqual([]);
  expect(second.history.open).toEqual(first.history.open);
});

test('whatever happens, what is open is what the last check found, and every event is told once', () => {
  const address = fc.constantFrom('aws_lb.a', 'aws_lb.b', 'aws_lb.c');
  const checks = fc.array(
    fc.uniqueArray(fc.tuple(address, fc.constantFrom('one', 'two')), { selector: ([name]) => name }),
    {
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(checks, (all) => {
      let history: History | undefined;
      let open = new Set<string>();
      for (const [position, found] of all.entries()) {
        const at = new Date(Date.UTC(2026, 0, 1 + position)).toISOString();
        const made = check(
          history,
          at,
          found.map(([name, content]) => finding(name, { content })),
        );
        const names = new Set<string>(found.map(([name]) => name));
        expect(made.history.open.map((each) => each.address)).toEqual([...names].toSorted());
        expect(made.events.filter(({ kind }) => kind === 'new')).toHaveLength(
          [...names].filter((name) => !open.has(name)).length,
        );
        expect(made.events.filter(({ kind }) => kind === 'resolved')).toHaveLength(
          [...open].filter((name) => !names.has(name)).length,
        );
        expect(
          check(
            made.history,
            at,
            found.map(([name, content]) => finding(name, { content })),
          ).events,
        ).toEqual([]);
        ({ history } = made);
        open = names;
      }
    }),
  );
});

describe('a kept history', () => {
  const step = (at: string, findings: readonly Finding[]) => (before: History | undefined) =>
    Promise.resolve(check(before, at, findings));

  test('goes on where it was, with a log of what happened', async () => {
    const store = memoryStore();
    await keepHistory(store, 'production', step(FIRST, [finding('aws_lb.site')]));
    await keepHistory(store, 'production', step(SECOND, [finding('aws_lb.site')]));
    await keepHistory(store, 'production', step(THIRD, []));

    expect([...store.texts.keys()]).toEqual([
      'production/history.json',
      'production/log/2026-11-18T06-00-00-000Z.jsonl',
      'production/log/2026-11-20T06-00-00-000Z.jsonl',
    ]);
    const kept = await readKept(store, 'production');
    expect(kept?.history.open).toEqual([]);
    expect(kept?.events.map(({ at, kind }) => `${at} ${kind}`)).toEqual([`${FIRST} new`, `${THIRD} resolved`]);
  });

  test('takes two checks at once one after the other', async () => {
    const store = memoryStore();
    let raced = false;
    const made = await keepHistory(store, 'production', async (before) => {
      if (!raced) {
        raced = true;
        await keepHistory(store, 'production', step(FIRST, [finding('aws_lb.site')]));
      }
      return check(before, SECOND, [finding('aws_lb.site')]);
    });

    expect(made.events).toEqual([]);
    expect(made.history.open).toEqual([expect.objectContaining({ firstSeen: FIRST })]);
  });

  test.each([
    ['of something else', '[]', "'memory/production/history.json' must hold the history of findings"],
    ['of another format', '{"format":2,"open":[]}', `must have 'format' 1, got 2`],
    [
      'of another environment',
      '{"format":1,"environment":"staging","open":[]}',
      "must be the history of 'production', got 'staging'",
    ],
  ])('that is %s is refused and left as it is', async (_case, text, message) => {
    const store = memoryStore();
    await store.write('production/history.json', text, undefined);

    await expect(keepHistory(store, 'production', step(FIRST, []))).rejects.toThrow(message);
    expect(store.texts.get('production/history.json')?.text).toBe(text);
  });

  test('no text makes the reader fail in another way', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseHistory(text, 'production', 'x')).toThrow(/^'x' must /);
      }),
    );
  });
});

test('statistics tell age, time to resolve and what drifts most', async () => {
  const store = memoryStore();
  const rule = finding('aws_security_group.web', { class: 'invisible', attributes: [] });
  const found = [
    [finding('aws_lb.site'), rule],
    [finding('aws_lb.site', { content: 'two' })],
    [finding('aws_lb.site', { content: 'two' })],
  ];
  for (const [position, findings] of found.entries()) {
    await keepHistory(store, 'production', (before) => Promise.resolve(check(before, DAYS[position] ?? '', findings)));
  }
  const kept = await readKept(store, 'production');
  if (kept === undefined) throw new Error('nothing is kept');

  expect(driftStatistics(kept.history, kept.events, new Date('2026-11-20T18:00:00Z'))).toEqual({
    environment: 'production',
    checkedAt: THIRD,
    open: 1,
    oldestHours: 60,
    opened: 2,
    resolved: 1,
    meanHoursToResolve: 24,
    top: [
      { type: 'aws_lb', attribute: 'tags', times: 2 },
      { type: 'aws_security_group', attribute: 'invisible', times: 1 },
    ],
  });
});
