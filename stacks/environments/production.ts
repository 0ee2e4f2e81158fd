import { defineEnvironment } from '../../src/config';

/** The site: three zones that depend on nothing in each other, and data that is not destroyed by mistake. */
export const production = () =>
  defineEnvironment({
    name: 'production',
    stage: 'production',
    system: 'wordpress',
    accountId: '123456789012', // replace with your account
    region: 'eu-west-1',
    availabilityZones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],

    network: {
      cidrBlock: '10.30.0.0/16',
      nat: 'per-zone',
    },
    site: { title: 'My site', adminEmail: 'admin@example.com' },
    domain: { name: 'www.example.com' }, // the foundation stack creates a zone of this name; delegate it

    fleet: {
      instanceType: 't4g.medium',
      architecture: 'arm64',
      image: { family: 'debian-13' },
      minSize: 2,
      desiredCapacity: 2,
      maxSize: 6,
      cpuTargetPercent: 60,
      requestsPerTargetPerMinute: 1000,
      rootVolumeGiB: 20,
    },

    database: {
      instanceClass: 'db.t4g.medium',
      multiAz: true,
      allocatedStorageGiB: 20,
      maxAllocatedStorageGiB: 100,
      backupRetentionDays: 30,
      backupWindow: '03:00-04:00',
      maintenanceWindow: 'tue:04:30-tue:05:30', // a day after staging's
      performanceInsights: true,
    },

    storage: {
      mediaNoncurrentDays: 365,
      accessLogDays: 365,
      backupGlacierAfterDays: 90,
      backupExpireDays: 365,
    },
    logRetentionDays: 90,

    protection: 'on', // to destroy it on purpose: { offUntil: 'YYYY-MM-DD', reason: '...' }
    alertEmails: ['alerts@example.com'],
    state: { type: 's3', bucket: 'wordpress-ha-state-123456789012', region: 'eu-west-1' },
    tags: { owner: 'web-team', 'cost-center': '1000' },
  });
