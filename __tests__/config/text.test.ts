import fc from 'fast-check';
import { LONGEST_ENVIRONMENT, LONGEST_SYSTEM } from '../../src/config/checks/names';
import { nextRun } from '../../src/config/cron';
import { printed } from '../../src/config/printed';
import { closest } from '../../src/core/suggestion';
import { NAME_LIMITS, physicalName } from '../../src/core/naming';

describe('printed', () => {
  it.each([
    [undefined, 'nothing'],
    [null, 'null'],
    [-0, '-0'],
    [true, 'true'],
    [12n, '12n'],
    [Symbol('neither'), 'neither'],
    [Symbol(), 'a symbol'],
    [() => 1, 'a function'],
    [[], 'an empty list'],
    [[1, 'a', null], '[1, "a", null]'],
    [[{}], 'a list of 1 item'],
    [Array.from({ length: 9 }), 'a list of 9 items'],
    [{}, 'an empty object'],
    [{ a: 1, b: 2 }, 'an object with "a", "b"'],
    [
      Object.fromEntries('abcdefghi'.split('').map((key) => [key, 1])),
      'an object with "a", "b", "c", "d", "e", "f", "g", "h" and more',
    ],
    ['line\u2028break\u0007', '"line\\u{2028}break\\u0007"'],
  ])('prints %# as people read it', (value, text) => {
    expect(printed(value)).toBe(text);
  });

  it('keeps any text on one line of bounded length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(printed(text)).toMatch(/^"[^\p{C}\p{Zl}\p{Zp}]*"$/u);
        expect(printed(text).length).toBeLessThan(600);
      }),
    );
  });
});

describe('closest', () => {
  it.each([
    ['minsize', 'minSize'],
    ['prod', 'production'],
    ['desiredCapactiy', 'desiredCapacity'],
    ['pr', undefined],
    ['zebra', undefined],
  ])(`takes '%s' for %s`, (word, meant) => {
    expect(closest(word, ['minSize', 'production', 'desiredCapacity'])).toBe(meant);
  });

  it('suggests nothing for a beginning that several share', () => {
    expect(closest('backup', ['backupRetentionDays', 'backupWindow'])).toBeUndefined();
  });
});

describe('nextRun', () => {
  const now = new Date('2026-11-21T00:00:00Z');

  it('finds the next run in UTC', () => {
    expect(nextRun('0 20 * * MON-FRI', now)).toEqual(new Date('2026-11-23T20:00:00Z'));
  });

  it('tells a malformed expression from one that never runs', () => {
    expect(nextRun('61 * * * *', now)).toBe('malformed');
    expect(nextRun('0 0 31 2 *', now)).toBe('never');
  });
});

describe('the longest names accepted', () => {
  const scope = { system: 's'.repeat(LONGEST_SYSTEM), environment: 'e'.repeat(LONGEST_ENVIRONMENT) };

  it.each([
    ['loadBalancer', []],
    ['targetGroup', []],
    ['databaseInstance', ['database-replica']],
    ['lambdaFunction', ['database-user']],
    ['iamRole', ['database-monitoring']],
    ['s3Bucket', ['releases', '123456789012']],
  ] as const)(`keep a %s's name within AWS's limit`, (kind, parts) => {
    expect(physicalName(scope, ...parts).length).toBeLessThanOrEqual(NAME_LIMITS[kind]);
  });
});
