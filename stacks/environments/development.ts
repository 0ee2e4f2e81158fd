import { defineEnvironment } from '../../src/config';

/** Where changes are tried first: small, cheap, off at night, and destroyed without ceremony. */
export const development = () =>
  defineEnvironment({
    name: 'development',
    stage: 'development',
    system: 'wordpress',
    accountId: '123456789012', // replace with your account
    region: 'eu-west-1',
    availabilityZones: ['eu-west-1a', 'eu-west-1b'],

    network: {
      cidrBlock: '10.10.0.0/16',
      nat: 'single', // one zone's failure may cost development its way out
    },
    site: { title: 'My site (development)', adminEmail: 'admin@example.com' },

    fleet: {
      instanceType: 't4g.small',
      architecture: 'arm64',
      image: { family: 'debian-13' },
      minSize: 1,
      desiredCapacity: 1,
      maxSize: 2,
      cpuTargetPercent: 60,
      requestsPerTargetPerMinute: 1000,
      rootVolumeGiB: 20,
      schedules: [
        { name: 'night', recurrence: '0 19 * * MON-FRI', minSize: 0, desiredCapacity: 0, maxSize: 0 },
        { name: 'morning', recurrence: '0 6 * * MON-FRI', minSize: 1, desiredCapacity: 1, maxSize: 2 },
      ],
    },

    database: {
      instanceClass: 'db.t4g.micro',
      multiAz: false,
      allocatedStorageGiB: 20,
      maxAllocatedStorageGiB: 100,
      backupRetentionDays: 7,
      backupWindow: '03:00-04:00',
      maintenanceWindow: 'mon:04:30-mon:05:30',
    },

    storage: {
      mediaNoncurrentDays: 120,
      accessLogDays: 30,
      backupGlacierAfterDays: 30,
      backupExpireDays: 120,
    },
    logRetentionDays: 14,

    protection: 'off',
    alertEmails: [],
    state: { type: 's3', bucket: 'wordpress-ha-state-123456789012', region: 'eu-west-1' },
    tags: { owner: 'web-team', 'cost-center': '1000' },
  });
