import { defineEnvironment } from '../../src/config';

/** Rehearsals: built like production in all that can fail, but small, with one NAT gateway and without protection. */
export const staging = () =>
  defineEnvironment({
    name: 'staging',
    stage: 'staging',
    system: 'wordpress',
    accountId: '123456789012', // replace with your account
    region: 'eu-west-1',
    availabilityZones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],

    network: {
      cidrBlock: '10.20.0.0/16',
      nat: 'single',
    },
    site: { title: 'My site (staging)', adminEmail: 'admin@example.com' },
    domain: { name: 'staging.example.com' }, // the foundation stack creates a zone of this name; delegate it

    fleet: {
      instanceType: 't4g.small',
      architecture: 'arm64',
      image: { family: 'debian-13' },
      minSize: 2,
      desiredCapacity: 2,
      maxSize: 4,
      cpuTargetPercent: 60,
      requestsPerTargetPerMinute: 1000,
      rootVolumeGiB: 20,
    },

    database: {
      instanceClass: 'db.t4g.small',
      multiAz: true,
      allocatedStorageGiB: 20,
      maxAllocatedStorageGiB: 100,
      backupRetentionDays: 7,
      backupWindow: '03:00-04:00',
      maintenanceWindow: 'mon:04:30-mon:05:30', // a day before production's
    },

    storage: {
      mediaNoncurrentDays: 120,
      accessLogDays: 90,
      backupGlacierAfterDays: 30,
      backupExpireDays: 120,
    },
    logRetentionDays: 30,

    protection: 'off',
    alertEmails: ['alerts@example.com'],
    state: { type: 's3', bucket: 'wordpress-ha-state-123456789012', region: 'eu-west-1' },
    tags: { owner: 'web-team', 'cost-center': '1000' },
  });
