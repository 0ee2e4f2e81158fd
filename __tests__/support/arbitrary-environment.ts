import fc from 'fast-check';
import type {
  DatabaseSettings,
  Environment,
  FleetSettings,
  NetworkSettings,
  SiteDomain,
  Stage,
  StateBackend,
  StorageSettings,
} from '../../src/config';
import { LOG_RETENTION_DAYS } from '../../src/core/log-retention';
import { INTERFACE_ENDPOINT_SERVICES } from '../../src/core/network-choices';
import { OWN_TAGS } from '../../src/config/checks/tags';
import { REGIONS } from '../../src/config/regions';
import { arbitrarySchedules } from './arbitrary-schedules';

/** Lower-case words with hyphens. */
function words(maxLength: number): fc.Arbitrary<string> {
  return fc
    .stringMatching(/^[a-z][a-z0-9]{0,4}(-[a-z0-9]{1,5}){0,2}$/)
    .filter((text) => text.length <= maxLength && text !== 'default' && !/^(aws|ssm|internal|sthree)/.test(text));
}

/** Leaves fields out at random. */
function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined });
}

const privateRange = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 0, max: 255 }).map((second) => [10, second] as const),
      fc.integer({ min: 16, max: 31 }).map((second) => [172, second] as const),
      fc.constant([192, 168] as const),
    ),
    fc.integer({ min: 16, max: 19 }),
    fc.nat(7),
  )
  .map(
    ([[first, second], prefix, slot]) =>
      `${first}.${second}.${(slot % 2 ** (prefix - 16)) * 2 ** (24 - prefix)}.0/${prefix}`,
  );

function network(stage: Stage): fc.Arbitrary<NetworkSettings> {
  const nat = stage === 'production' ? fc.constant('per-zone' as const) : fc.constantFrom('none', 'single', 'per-zone');
  return nat.chain((topology) =>
    fc.record({
      cidrBlock: privateRange,
      nat: fc.constant(topology),
      interfaceEndpoints: maybe(
        topology === 'none'
          ? fc.shuffledSubarray([...INTERFACE_ENDPOINT_SERVICES], { minLength: INTERFACE_ENDPOINT_SERVICES.length })
          : fc.shuffledSubarray([...INTERFACE_ENDPOINT_SERVICES]),
      ),
      reservedCidrBlocks: maybe(fc.constantFrom([], ['203.0.113.0/24'], ['198.51.100.0/24', '100.64.0.0/10'])),
    }),
  );
}

const domain: fc.Arbitrary<SiteDomain> = fc.oneof(
  fc
    .constantFrom('www.example.com', 'example.org', 'a.b.c.example.net', 'shop-1.xn--bcher-kva.example')
    .map((name) => ({ name })),
  fc.stringMatching(/^Z[A-Z0-9]{5,20}$/).map((hostedZoneId) => ({ name: 'www.example.com', hostedZoneId })),
  fc.constantFrom('www.example.com', 'example.com').map((name) => ({ name, zoneName: 'example.com' })),
);

const machine = fc.constantFrom(
  { instanceType: 't4g.small', architecture: 'arm64' as const },
  { instanceType: 'c7gn.xlarge', architecture: 'arm64' as const },
  { instanceType: 'm8g.4xlarge', architecture: 'arm64' as const },
  { instanceType: 't3a.medium', architecture: 'x86_64' as const },
  { instanceType: 'm7i-flex.large', architecture: 'x86_64' as const },
  { instanceType: 'c6i.metal', architecture: 'x86_64' as const },
);

const image = fc.record({
  family: fc.constantFrom('debian-13' as const, 'amazon-linux-2023' as const),
  id: maybe(
    fc.constantFrom('ami-0123456789abcdef0', 'ami-0a1b2c3d', 'resolve:ssm:/golden/web:3', 'resolve:ssm:/golden/web'),
  ),
});

function fleet(stage: Stage): fc.Arbitrary<FleetSettings> {
  const least = stage === 'production' ? 2 : 1;
  const sizes = fc.tuple(
    fc.integer({ min: least, max: 50 }),
    fc.integer({ min: least, max: 50 }),
    fc.integer({ min: least, max: 50 }),
  );
  return fc.tuple(machine, sizes).chain(([kind, unsorted]) => {
    const [minSize = 0, desiredCapacity = 0, maxSize = 0] = [...unsorted].sort((a, b) => a - b);
    return fc.record({
      instanceType: fc.constant(kind.instanceType),
      architecture: fc.constant(kind.architecture),
      image,
      minSize: fc.constant(minSize),
      desiredCapacity: fc.constant(desiredCapacity),
      maxSize: fc.constant(maxSize),
      cpuTargetPercent: fc.double({ min: 10, max: 90, noNaN: true }),
      requestsPerTargetPerMinute: fc.integer({ min: 10, max: 100_000 }),
      rootVolumeGiB: fc.integer({ min: 8, max: 16_384 }),
      schedules: maybe(arbitrarySchedules(stage, minSize, maxSize)),
    });
  });
}

/** A daily and a weekly window that share no minute: the weekly one starts when the daily one ends, or later. */
const windows = fc
  .record({
    start: fc.nat(1439),
    length: fc.integer({ min: 30, max: 600 }),
    day: fc.nat(6),
    gap: fc.nat(200),
    maintenance: fc.integer({ min: 30, max: 600 }),
  })
  .map(({ start, length, day, gap, maintenance }) => {
    const from = day * 1440 + start + length + gap;
    return {
      backupWindow: `${time(start)}-${time(start + length)}`,
      maintenanceWindow: `${dayTime(from)}-${dayTime(from + maintenance)}`,
    };
  });

function database(stage: Stage): fc.Arbitrary<DatabaseSettings> {
  const inProduction = stage === 'production';
  const large = fc.constantFrom(
    'db.t4g.medium',
    'db.m7g.large',
    'db.r6i.12xlarge',
    'db.x2iedn.xlarge',
    'db.t3.2xlarge',
  );
  return fc
    .record({
      instanceClass: large,
      multiAz: inProduction ? fc.constant(true) : fc.boolean(),
      allocatedStorageGiB: fc.integer({ min: 20, max: 50_000 }),
      growth: fc.integer({ min: 110, max: 130 }),
      backupRetentionDays: fc.integer({ min: inProduction ? 7 : 1, max: 35 }),
      windows,
      performanceInsights: maybe(fc.boolean()),
      restoreFromSnapshot: maybe(fc.constantFrom('before-upgrade', 'rds:wordpress-staging-database-2026-11-01-03-10')),
      readReplica: maybe(fc.constantFrom('db.t4g.medium', 'db.t4g.micro').map((instanceClass) => ({ instanceClass }))),
    })
    .map(({ growth, windows: both, ...settings }) => ({
      ...settings,
      ...both,
      maxAllocatedStorageGiB: Math.ceil((settings.allocatedStorageGiB * growth) / 100),
    }));
}

const storage: fc.Arbitrary<StorageSettings> = fc
  .record({
    mediaNoncurrentDays: fc.integer({ min: 120, max: 36_500 }),
    accessLogDays: fc.integer({ min: 1, max: 36_500 }),
    backupGlacierAfterDays: fc.integer({ min: 1, max: 3650 }),
    more: fc.integer({ min: 90, max: 3650 }),
  })
  .map(({ more, ...days }) => ({ ...days, backupExpireDays: days.backupGlacierAfterDays + more }));

const remoteState: fc.Arbitrary<StateBackend> = fc.oneof(
  fc.record({
    type: fc.constant('s3' as const),
    bucket: fc.stringMatching(/^state-[a-z0-9]{3,20}$/),
    region: fc.constantFrom(...REGIONS),
    keyPrefix: maybe(fc.constantFrom('environments', 'sites/blog')),
  }),
  fc.record({
    type: fc.constant('cloud' as const),
    organization: fc.constantFrom('example', 'Example_Org'),
    hostname: maybe(fc.constant('tfe.example.com')),
    workspacePrefix: maybe(fc.constantFrom('wordpress-', 'blog_')),
  }),
);

const localState: fc.Arbitrary<StateBackend> = fc.record({
  type: fc.constant('local' as const),
  directory: maybe(fc.constantFrom('.wordpress-ha/state', 'state')),
});

const tags = fc
  .dictionary(fc.stringMatching(/^[A-Za-z0-9+=._:@-]{3,20}$/), fc.stringMatching(/^[A-Za-z0-9 _.:/=+@-]{0,40}$/), {
    maxKeys: 12,
  })
  .map((extra) => {
    const own = new Set([...OWN_TAGS.map((key) => key.toLowerCase()), 'owner', 'cost-center']);
    const entries = Object.entries(extra).filter(
      ([key, value]) => !/^aws:/i.test(key) && !/^aws:/i.test(value) && key !== '_index' && !own.has(key.toLowerCase()),
    );
    const distinct = new Map(entries.map(([key, value]) => [key.toLowerCase(), [key, value] as const]));
    return { owner: 'web-team', 'cost-center': '1000', ...Object.fromEntries(distinct.values()) };
  });

const place = fc.record({
  region: fc.constantFrom(...REGIONS),
  letters: fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], { minLength: 2, maxLength: 4 }),
});

function environmentOf(stage: Stage): fc.Arbitrary<Environment> {
  const inProduction = stage === 'production';
  const unprotected = fc.record({
    offUntil: fc.constant(DAY_OF_ARBITRARIES),
    reason: fc.constant('moving to another account'),
  });
  return fc
    .record({
      name: words(16),
      stage: fc.constant(stage),
      system: maybe(words(12)),
      accountId: fc.stringMatching(/^[0-9]{12}$/),
      place,
      network: network(stage),
      site: fc.record({
        title: fc.constantFrom('My site', 'Café "Zoë" & Söhne', "l'été"),
        adminEmail: fc.constant('admin@example.com'),
      }),
      domain: inProduction ? domain : maybe(domain),
      fleet: fleet(stage),
      database: database(stage),
      storage,
      logRetentionDays: fc.constantFrom(...LOG_RETENTION_DAYS),
      protection: inProduction
        ? fc.oneof(fc.constant('on' as const), unprotected)
        : fc.oneof(fc.constantFrom('on' as const, 'off' as const), unprotected),
      alertEmails: fc.subarray(['alerts@example.com', 'on.call+web@ops.example.org'], {
        minLength: inProduction ? 1 : 0,
      }),
      state: inProduction ? remoteState : fc.oneof(remoteState, localState),
      tags,
    })
    .map(({ place: { region, letters }, ...environment }) => ({
      ...environment,
      region,
      availabilityZones: letters.map((letter) => `${region}${letter}`),
    }))
    .filter(({ name, system = 'wordpress' }) => `${system}-${name}`.length <= 28);
}

function time(minute: number): string {
  const inDay = minute % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

function dayTime(minute: number): string {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  return `${days[Math.floor(minute / 1440) % 7]}:${time(minute)}`;
}

/** The day on which every arbitrary environment is valid: pass it as `today`. */
export const DAY_OF_ARBITRARIES = '2026-11-21';

/** Environments that `defineEnvironment(..., { today: DAY_OF_ARBITRARIES })` accepts, as different as can be. */
export const arbitraryEnvironment: fc.Arbitrary<Environment> = fc
  .oneof(environmentOf('development'), environmentOf('staging'), environmentOf('production'))
  .map(withoutUndefined);

/** Drops fields that were left out, so that a value equals its checked copy. */
function withoutUndefined(environment: Environment): Environment {
  return JSON.parse(JSON.stringify(environment)) as Environment;
}
