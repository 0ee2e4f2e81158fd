import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [
    `'database.instanceClass' must be a class that RDS offers for MySQL 8.4, got "t4g.micro"; write it like 'db.t4g.medium' or 'db.m7g.large'`,
    { 'database/instanceClass': 't4g.micro' },
  ],
  [
    `'database.instanceClass' must be a class that RDS offers for MySQL 8.4, got "db.t2.micro"; write it like 'db.t4g.medium' or 'db.m7g.large'`,
    { 'database/instanceClass': 'db.t2.micro' },
  ],
  [
    `'database.instanceClass' must be a class that RDS offers for MySQL 8.4, got "db.m7g.medium"; write it like 'db.t4g.medium' or 'db.m7g.large'`,
    { 'database/instanceClass': 'db.m7g.medium' },
  ],
  [
    `'database.readReplica.instanceClass' must be a class that RDS offers for MySQL 8.4, got "db.serverless"; write it like 'db.t4g.medium' or 'db.m7g.large'`,
    { 'database/readReplica': { instanceClass: 'db.serverless' } },
  ],
  [
    `'database.allocatedStorageGiB' must be 20 to 65536 GiB, got 10; use at least 20`,
    { 'database/allocatedStorageGiB': 10 },
  ],
  [
    `'database.allocatedStorageGiB' must be 20 to 65536 GiB, got 70000; use at most 65536`,
    { 'database/allocatedStorageGiB': 70000, 'database/maxAllocatedStorageGiB': 65536 },
  ],
  [
    `'database.maxAllocatedStorageGiB' must be 20 to 65536 GiB, got 70000; use at most 65536`,
    { 'database/maxAllocatedStorageGiB': 70000 },
  ],
  [
    `'database.maxAllocatedStorageGiB' must be at least 10 % above 'database.allocatedStorageGiB' (20), got 21; use at least 22`,
    { 'database/maxAllocatedStorageGiB': 21 },
  ],
  [
    `'database.maxAllocatedStorageGiB' must be at least 10 % above 'database.allocatedStorageGiB' (100), got 100; use at least 110`,
    { 'database/allocatedStorageGiB': 100 },
  ],
  [
    `'database.backupRetentionDays' must be 0 to 35 days, got 36; use at most 35`,
    { 'database/backupRetentionDays': 36 },
  ],
  [
    `'database.backupRetentionDays' must be 0 to 35 days, got -1; use at least 0`,
    { 'database/backupRetentionDays': -1 },
  ],
  [
    `'database.backupRetentionDays' must be at least 1 with 'database.readReplica', which starts from a backup, got 0; raise it or remove the replica`,
    { 'database/backupRetentionDays': 0, 'database/readReplica': { instanceClass: 'db.t4g.micro' } },
  ],
  [
    `'database.backupWindow' must be hh:mm-hh:mm in UTC, got "3:00-4:00"; write it like '03:00-04:00'`,
    { 'database/backupWindow': '3:00-4:00' },
  ],
  [
    `'database.backupWindow' must be hh:mm-hh:mm in UTC, got "03:00-24:00"; write it like '03:00-04:00'`,
    { 'database/backupWindow': '03:00-24:00' },
  ],
  [
    `'database.backupWindow' must last at least 30 minutes, got "03:00-03:20"; make it longer, like '03:00-04:00'`,
    { 'database/backupWindow': '03:00-03:20' },
  ],
  [
    `'database.backupWindow' must last at least 30 minutes, got "03:00-03:00"; make it longer, like '03:00-04:00'`,
    { 'database/backupWindow': '03:00-03:00' },
  ],
  [
    `'database.maintenanceWindow' must be ddd:hh:mm-ddd:hh:mm in UTC, in lower case, got "Mon:04:30-Mon:05:30"; write it like 'mon:04:30-mon:05:30'`,
    { 'database/maintenanceWindow': 'Mon:04:30-Mon:05:30' },
  ],
  [
    `'database.maintenanceWindow' must be ddd:hh:mm-ddd:hh:mm in UTC, in lower case, got "04:30-05:30"; write it like 'mon:04:30-mon:05:30'`,
    { 'database/maintenanceWindow': '04:30-05:30' },
  ],
  [
    `'database.maintenanceWindow' must last at least 30 minutes, got "mon:04:30-mon:04:45"; make it longer, like 'mon:04:30-mon:05:30'`,
    { 'database/maintenanceWindow': 'mon:04:30-mon:04:45' },
  ],
  [
    `'database.maintenanceWindow' must not overlap 'database.backupWindow' (03:00-04:00), got "mon:03:30-mon:05:30"; move one of the two`,
    { 'database/maintenanceWindow': 'mon:03:30-mon:05:30' },
  ],
  [
    `'database.maintenanceWindow' must not overlap 'database.backupWindow' (23:30-00:30), got "sun:23:00-mon:00:15"; move one of the two`,
    { 'database/backupWindow': '23:30-00:30', 'database/maintenanceWindow': 'sun:23:00-mon:00:15' },
  ],
  [
    `'database.performanceInsights' must be false for 'db.t4g.micro', which does not offer it, got true; remove it or use 'db.t4g.medium' or larger`,
    { 'database/performanceInsights': true },
  ],
  [
    `'database.restoreFromSnapshot' must be a snapshot's identifier or ARN, got "my snapshot"; copy it from 'aws rds describe-db-snapshots'`,
    { 'database/restoreFromSnapshot': 'my snapshot' },
  ],
  [
    `'database.restoreFromSnapshot' must be a snapshot's identifier or ARN, got ""; copy it from 'aws rds describe-db-snapshots'`,
    { 'database/restoreFromSnapshot': '' },
  ],
];

describe('mistakes in the database', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('development', changes)).toEqual([sentence]);
  });
});
