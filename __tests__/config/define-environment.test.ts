import { ConfigurationError, defineEnvironment, problemLine, type Environment } from '../../src/config';
import { UserError } from '../../src/core/errors';
import { changed, sentencesAbout, TODAY } from './changed-environment';

function errorOf(environment: unknown, today = TODAY): ConfigurationError {
  try {
    defineEnvironment(environment as Environment, { today });
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('the environment was accepted');
}

describe('defineEnvironment', () => {
  it('returns the value frozen to its leaves', () => {
    const environment = defineEnvironment(changed('development', {}), { today: TODAY });

    expect(environment).toEqual(changed('development', {}));
    expect(Object.isFrozen(environment)).toBe(true);
    expect(Object.isFrozen(environment.fleet.schedules?.[0])).toBe(true);
  });

  it('takes fields set to undefined as left out', () => {
    const environment = { ...changed('development', {}), domain: undefined };

    expect(defineEnvironment(environment, { today: TODAY })).not.toHaveProperty('domain');
  });

  it('reports all problems of a file together, shape first, each with field, rule, value and way out', () => {
    const error = errorOf(changed('production', { 'fleet/maxSize': '6', 'network/nat': 'single', 'tags/owner': '' }));

    expect(error).toBeInstanceOf(UserError);
    expect(error.problems).toEqual([
      { field: 'fleet.maxSize', rule: 'must be a whole number without quotes', value: '"6"', fix: 'write it like 2' },
      { field: 'tags.owner', rule: 'must not be empty', value: '""', fix: 'fill it in' },
      {
        field: 'network.nat',
        rule: `must be 'per-zone' in production, so that no zone depends on another`,
        value: '"single"',
        fix: `use 'per-zone'`,
      },
    ]);
    expect(error.message).toBe(error.problems.map((problem) => `production: ${problemLine(problem)}`).join('\n'));
  });

  it('reports a misspelled field once, not as missing besides', () => {
    const sentences = sentencesAbout('development', { 'fleet/minSize': undefined, 'fleet/minsize': 1 });

    expect(sentences).toEqual([`'fleet.minsize' must be a known field, got 1; did you mean 'minSize'`]);
  });

  it('reports a missing field besides an unknown one that resembles a field which is there', () => {
    const sentences = sentencesAbout('development', { 'fleet/minSize': undefined, 'fleet/maxsize': 1 });

    expect(sentences).toEqual([
      `'fleet.minSize' must be given, got nothing; add it, for example minSize: 1`,
      `'fleet.maxsize' must be a known field, got 1; did you mean 'maxSize'`,
    ]);
  });

  it('labels problems of a value without a usable name as the environment', () => {
    expect(errorOf({ ...changed('development', {}), name: 'a\nb' }).message).toMatch(/^environment: 'name' must be /);
  });

  it('answers a getter that throws with one problem', () => {
    const hostile = {
      get name(): string {
        throw new Error('no');
      },
    };

    expect(errorOf(hostile).message).toBe(
      `environment: 'environment' must be plain data, got an object that fails when read; write plain values`,
    );
  });

  it('calls objects that are not plain data by their class', () => {
    const nameless = (() => class {})();

    expect(sentencesAbout('development', { network: new nameless(), database: new Set() })).toEqual([
      expect.stringContaining(`'network' must be an object in {braces}, got an object of class unknown`),
      expect.stringContaining(`'database' must be an object in {braces}, got an object of class Set`),
    ]);
  });

  it('answers values that contain themselves', () => {
    const circular = changed('development', {}) as unknown as Record<string, unknown>;
    circular['database'] = circular;

    expect(errorOf(circular).problems.map(({ field }) => field)).toContain('database.instanceClass');
  });

  it('answers a list of absurd length without copying it', () => {
    const zones: string[] = [];
    zones.length = 4_000_000_000;

    expect(sentencesAbout('development', { availabilityZones: zones })).toEqual([
      `'availabilityZones' must be a list in [brackets], got a list of 4000000000 items; write it like ['eu-west-1a']`,
    ]);
  });

  it('does not let a key called __proto__ change what is checked', () => {
    const environment = JSON.parse(
      JSON.stringify(changed('development', {})).replace('"owner"', '"__proto__"'),
    ) as Environment;

    expect(errorOf(environment).problems.map(({ field }) => field)).toContain('tags.owner');
  });

  it.each(['21.11.2026', '2026-02-30', ''])(`refuses '%s' as today`, (today) => {
    expect(errorOf(changed('development', {}), today).message).toBe(
      `options: 'today' must be a day, got "${today}"; write it like '2026-11-21'`,
    );
  });

  it('compares dates with the present moment when no day is given', () => {
    const past = changed('production', { protection: { offUntil: '2020-01-01', reason: 'long ago' } });

    expect(() => defineEnvironment(past)).toThrow(/^production: 'protection.offUntil' must not be in the past/);
  });
});

describe('limits of what is accepted', () => {
  it.each([
    { 'fleet/minSize': 1, 'fleet/maxSize': 50 },
    { protection: { offUntil: '2026-11-21', reason: 'today is the last day' } },
    { protection: { offUntil: '2026-11-28', reason: 'seven days ahead' } },
    { 'database/maxAllocatedStorageGiB': 22 },
    { 'database/allocatedStorageGiB': 50, 'database/maxAllocatedStorageGiB': 55 },
    { 'database/backupWindow': '04:00-04:30', 'database/maintenanceWindow': 'mon:04:30-mon:05:00' },
    { 'database/backupRetentionDays': 0 },
    { 'database/restoreFromSnapshot': 'arn:aws:rds:eu-west-1:210987654321:snapshot:shared-copy' },
    { 'storage/backupExpireDays': 120, 'storage/mediaNoncurrentDays': 120 },
    { 'fleet/image/id': 'ami-0a1b2c3d' },
    { 'tags/t.e+a=m_:@-': 'ÄÖ 1/2=+-@' },
    { state: { type: 'local' } },
    { 'network/nat': 'none' },
  ])('accepts %j', (changes) => {
    expect(sentencesAbout('development', changes)).toEqual([]);
  });

  it('counts an Auto Scaling group’s 125 schedules and no more', () => {
    const schedules = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        name: `s${index}`,
        recurrence: '0 0 * * *',
        minSize: 1,
        maxSize: 1,
        desiredCapacity: 1,
      }));

    expect(sentencesAbout('development', { 'fleet/schedules': schedules(125) })).toEqual([]);
    expect(sentencesAbout('development', { 'fleet/schedules': schedules(126) })).toEqual([
      `'fleet.schedules' must be at most 125 schedules, the quota of an Auto Scaling group, got a list of 126 items; remove some`,
    ]);
  });

  it('leaves room for the tags that are set automatically', () => {
    const tags = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index}`, 'x']));
    const own = { owner: 'web-team', 'cost-center': '1000' };

    expect(sentencesAbout('development', { tags: { ...own, ...tags(41) } })).toEqual([]);
    expect(sentencesAbout('development', { tags: { ...own, ...tags(42) } })).toEqual([
      `'tags' must be at most 43 tags, because AWS allows 50 with the 7 set here, got 44 tags; remove 1`,
    ]);
  });
});
