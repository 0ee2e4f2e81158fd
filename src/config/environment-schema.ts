import { INTERFACE_ENDPOINT_SERVICES, type InterfaceEndpointService } from '../core/network-choices';
import type {
  CloudState,
  DatabaseSettings,
  Environment,
  FleetSchedule,
  FleetSettings,
  LocalState,
  MachineImage,
  NetworkSettings,
  Protection,
  S3State,
  SiteDomain,
  SiteSettings,
  StateBackend,
  StorageSettings,
} from './environment';
import {
  boolean,
  choice,
  integer,
  list,
  number,
  object,
  optional,
  tag,
  text,
  texts,
  variants,
  type Schema,
} from './schema';

const interfaceEndpointServices = Object.fromEntries(
  INTERFACE_ENDPOINT_SERVICES.map((service) => [service, true]),
) as Readonly<Record<InterfaceEndpointService, true>>;

const network = object<NetworkSettings>({
  cidrBlock: text('10.10.0.0/16'),
  nat: choice({ none: true, single: true, 'per-zone': true }),
  interfaceEndpoints: optional(list(choice(interfaceEndpointServices))),
  reservedCidrBlocks: optional(list(text('192.168.0.0/24'))),
});

const site = object<SiteSettings>({ title: text('My site'), adminEmail: text('admin@example.com') });

const domain = object<SiteDomain>({
  name: text('www.example.com'),
  hostedZoneId: optional(text('Z0123456789ABCDEFGHIJ')),
  zoneName: optional(text('example.com')),
});

const schedule = object<FleetSchedule>({
  name: text('night'),
  recurrence: optional(text('0 20 * * MON-FRI')),
  startTime: optional(text('2027-01-01T12:00:00Z')),
  minSize: integer(1),
  maxSize: integer(2),
  desiredCapacity: integer(1),
});

const fleet = object<FleetSettings>({
  instanceType: text('t4g.small'),
  architecture: choice({ arm64: true, x86_64: true }),
  image: object<MachineImage>({
    family: choice({ 'debian-13': true, 'amazon-linux-2023': true }),
    id: optional(text('ami-0123456789abcdef0')),
  }),
  minSize: integer(1),
  desiredCapacity: integer(1),
  maxSize: integer(2),
  cpuTargetPercent: number(60),
  requestsPerTargetPerMinute: integer(1000),
  rootVolumeGiB: integer(20),
  schedules: optional(list(schedule)),
});

const database = object<DatabaseSettings>({
  instanceClass: text('db.t4g.micro'),
  multiAz: boolean,
  allocatedStorageGiB: integer(20),
  maxAllocatedStorageGiB: integer(100),
  backupRetentionDays: integer(7),
  backupWindow: text('03:00-04:00'),
  maintenanceWindow: text('mon:04:30-mon:05:30'),
  performanceInsights: optional(boolean),
  restoreFromSnapshot: optional(text('before-the-upgrade')),
  readReplica: optional(object<{ readonly instanceClass: string }>({ instanceClass: text('db.t4g.micro') })),
});

const storage = object<StorageSettings>({
  mediaNoncurrentDays: integer(365),
  accessLogDays: integer(90),
  backupGlacierAfterDays: integer(30),
  backupExpireDays: integer(365),
});

const state = variants<StateBackend>('s3', {
  s3: object<S3State>({
    type: tag('s3'),
    bucket: text('wordpress-ha-state-123456789012'),
    region: text('eu-west-1'),
    keyPrefix: optional(text('environments')),
  }),
  cloud: object<CloudState>({
    type: tag('cloud'),
    organization: text('example'),
    hostname: optional(text('app.terraform.io')),
    workspacePrefix: optional(text('wordpress-')),
  }),
  local: object<LocalState>({ type: tag('local'), directory: optional(text('.wordpress-ha/state')) }),
});

const protection: Schema<Protection> = {
  if: { type: 'object' },
  then: object<Exclude<Protection, string>>({
    offUntil: text('2026-11-28'),
    reason: text('moving to another account'),
  }),
  else: { enum: ['on', 'off'] },
  examples: [`'on'`],
};

/** How ajv reads that schema. */
export const VALIDATOR_OPTIONS = { allErrors: true, verbose: true, discriminator: true } as const;

/** The shape of an environment as JSON Schema; the compiler holds it to the type. What values mean is checked elsewhere. */
export const environmentSchema = object<Environment>({
  name: text('development'),
  stage: choice({ development: true, staging: true, production: true }),
  system: optional(text('wordpress')),
  accountId: text('123456789012'),
  region: text('eu-west-1'),
  availabilityZones: list(text('eu-west-1a')),
  network,
  site,
  domain: optional(domain),
  fleet,
  database,
  storage,
  logRetentionDays: integer(14),
  protection,
  alertEmails: list(text('alerts@example.com')),
  state,
  tags: texts(`{ owner: 'platform', 'cost-center': '1234' }`),
});
