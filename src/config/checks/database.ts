import {
  BACKUP_RETENTION_DAYS,
  leastStorageLimitGiB,
  MYSQL_STORAGE_GIB,
  offersPerformanceInsights,
  RDS_WINDOW_MINUTES,
} from '../../core/mysql-limits';
import { parseDailyWindow, parseWeeklyWindow, windowsOverlap, type TimeWindow } from '../../core/time-windows';
import { within, type Check } from '../check';
import { problem, type Problem } from '../problem';

/** Families that RDS offers for MySQL 8.4; only burstable ones come smaller than large. */
const INSTANCE_CLASS =
  /^db\.((t3|t4g)\.(micro|small|medium|large|2?xlarge)|(c6gd|m5d?|m6(g|gd|i|id|idn|in)|m7[gi]|m8gd?|r5[bd]?|r6(g|gd|i|id|idn|in)|r7[gi]|r8gd?|x2(g|idn|iedn))\.(large|\d{0,2}xlarge))$/;
const STORAGE = { ...MYSQL_STORAGE_GIB, unit: ' GiB' };

const classesAreOffered: Check = function* ({ database }) {
  yield* classProblems('database.instanceClass', database.instanceClass);
  if (database.readReplica !== undefined)
    yield* classProblems('database.readReplica.instanceClass', database.readReplica.instanceClass);
};

const storageIsInRange: Check = function* ({ database: { allocatedStorageGiB, maxAllocatedStorageGiB } }) {
  yield* within('database.allocatedStorageGiB', allocatedStorageGiB, STORAGE);
  yield* within('database.maxAllocatedStorageGiB', maxAllocatedStorageGiB, STORAGE);
};

const storageCanGrow: Check = function* ({ database: { allocatedStorageGiB, maxAllocatedStorageGiB } }) {
  const least = leastStorageLimitGiB(allocatedStorageGiB);
  const judged = allocatedStorageGiB >= STORAGE.min && least <= STORAGE.max && maxAllocatedStorageGiB >= STORAGE.min;
  if (!judged || maxAllocatedStorageGiB >= least) return;
  const rule = `must be at least 10 % above 'database.allocatedStorageGiB' (${allocatedStorageGiB})`;
  yield problem('database.maxAllocatedStorageGiB', rule, maxAllocatedStorageGiB, `use at least ${least}`);
};

const retentionIsInRange: Check = ({ database: { backupRetentionDays } }) =>
  within('database.backupRetentionDays', backupRetentionDays, { ...BACKUP_RETENTION_DAYS, unit: ' days' });

const windowsAreWellFormed: Check = function* ({ database: { backupWindow, maintenanceWindow } }) {
  const daily = 'hh:mm-hh:mm in UTC';
  const weekly = 'ddd:hh:mm-ddd:hh:mm in UTC, in lower case';
  yield* windowProblems('database.backupWindow', backupWindow, parseDailyWindow(backupWindow), daily, '03:00-04:00');
  yield* windowProblems(
    'database.maintenanceWindow',
    maintenanceWindow,
    parseWeeklyWindow(maintenanceWindow),
    weekly,
    'mon:04:30-mon:05:30',
  );
};

const windowsDoNotOverlap: Check = function* ({ database: { backupWindow, maintenanceWindow } }) {
  const daily = parseDailyWindow(backupWindow);
  const weekly = parseWeeklyWindow(maintenanceWindow);
  if (daily === undefined || weekly === undefined || !windowsOverlap(daily, weekly)) return;
  const rule = `must not overlap 'database.backupWindow' (${backupWindow})`;
  yield problem('database.maintenanceWindow', rule, maintenanceWindow, 'move one of the two');
};

const performanceInsightsAreOffered: Check = function* ({ database: { performanceInsights, instanceClass } }) {
  if (performanceInsights !== true || offersPerformanceInsights(instanceClass)) return;
  const rule = `must be false for '${instanceClass}', which does not offer it`;
  yield problem(
    'database.performanceInsights',
    rule,
    performanceInsights,
    `remove it or use 'db.t4g.medium' or larger`,
  );
};

const replicaHasBackups: Check = function* ({ database: { readReplica, backupRetentionDays } }) {
  if (readReplica === undefined || backupRetentionDays !== 0) return;
  const rule = `must be at least 1 with 'database.readReplica', which starts from a backup`;
  yield problem('database.backupRetentionDays', rule, backupRetentionDays, 'raise it or remove the replica');
};

const snapshotIsWellFormed: Check = function* ({ database: { restoreFromSnapshot } }) {
  if (restoreFromSnapshot === undefined || isSnapshot(restoreFromSnapshot)) return;
  const rule = `must be a snapshot's identifier or ARN`;
  yield problem(
    'database.restoreFromSnapshot',
    rule,
    restoreFromSnapshot,
    `copy it from 'aws rds describe-db-snapshots'`,
  );
};

function isSnapshot(text: string): boolean {
  const identifier = text.replace(/^arn:aws:rds:[a-z0-9-]+:\d{12}:snapshot:/, '').replace(/^rds:/, '');
  return identifier.length <= 255 && /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/.test(identifier);
}

function* classProblems(field: string, instanceClass: string): Iterable<Problem> {
  if (INSTANCE_CLASS.test(instanceClass)) return;
  const fix = `write it like 'db.t4g.medium' or 'db.m7g.large'`;
  yield problem(field, 'must be a class that RDS offers for MySQL 8.4', instanceClass, fix);
}

function* windowProblems(
  field: string,
  text: string,
  window: TimeWindow | undefined,
  form: string,
  example: string,
): Iterable<Problem> {
  if (window === undefined) yield problem(field, `must be ${form}`, text, `write it like '${example}'`);
  else if (window.minutes < RDS_WINDOW_MINUTES.min) {
    yield problem(
      field,
      `must last at least ${RDS_WINDOW_MINUTES.min} minutes`,
      text,
      `make it longer, like '${example}'`,
    );
  }
}

export const databaseChecks: readonly Check[] = [
  classesAreOffered,
  storageIsInRange,
  storageCanGrow,
  retentionIsInRange,
  windowsAreWellFormed,
  windowsDoNotOverlap,
  performanceInsightsAreOffered,
  replicaHasBackups,
  snapshotIsWellFormed,
];
