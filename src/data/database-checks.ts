import {
  BACKUP_RETENTION_DAYS,
  leastStorageLimitGiB,
  MYSQL_STORAGE_GIB,
  offersPerformanceInsights,
  RDS_WINDOW_MINUTES,
} from '../core/mysql-limits';
import { parseDailyWindow, parseWeeklyWindow, windowsOverlap, type TimeWindow } from '../core/time-windows';
import type { DatabaseProps } from './database-props';

/** RDS user guide, 'Settings for DB instances': letters and digits; no `_`, a wildcard in MySQL's GRANT. */
const DATABASE_NAME = /^[a-z][a-z0-9]{0,63}$/;

/** What is wrong with the props of a database, each problem one sentence. */
export function* databaseProblems(props: DatabaseProps): Iterable<string> {
  const { databaseName, instanceClass, network } = props;
  const zones = network.availabilityZones.length;
  if (zones < 2) yield `'network' must span at least two availability zones, got ${zones}; add a zone`;
  if (!DATABASE_NAME.test(databaseName)) {
    yield `'databaseName' must be 1 to 64 lower-case letters and digits and begin with a letter, got '${databaseName}'; rename it`;
  }
  if (!/^db\.[a-z0-9-]+\.[a-z0-9]+$/.test(instanceClass)) {
    yield `'instanceClass' must look like 'db.t4g.medium', got '${instanceClass}'; correct it`;
  }
  if (props.performanceInsights === true && !offersPerformanceInsights(instanceClass)) {
    yield `'performanceInsights' is not offered for '${instanceClass}'; leave it out or take a medium class or larger`;
  }
  yield* storageProblems(props);
  yield* windowProblems(props);
}

function* storageProblems({ allocatedStorageGiB, maxAllocatedStorageGiB }: DatabaseProps): Iterable<string> {
  const { min, max } = MYSQL_STORAGE_GIB;
  if (!isWhole(allocatedStorageGiB, min, max)) {
    yield `'allocatedStorageGiB' must be a whole number from ${min} to ${max}, got ${allocatedStorageGiB}; correct it`;
    return;
  }
  const least = leastStorageLimitGiB(allocatedStorageGiB);
  if (!isWhole(maxAllocatedStorageGiB, Math.min(least, max), max)) {
    yield (
      `'maxAllocatedStorageGiB' must be a whole number from ${least} (10 % above 'allocatedStorageGiB') to ${max}, ` +
      `got ${maxAllocatedStorageGiB}; correct it`
    );
  }
}

function* windowProblems(props: DatabaseProps): Iterable<string> {
  const { backupRetentionDays, backupWindow, maintenanceWindow } = props;
  if (!isWhole(backupRetentionDays, BACKUP_RETENTION_DAYS.min, BACKUP_RETENTION_DAYS.max)) {
    yield `'backupRetentionDays' must be a whole number from ${BACKUP_RETENTION_DAYS.min} to ${BACKUP_RETENTION_DAYS.max}, got ${backupRetentionDays}; correct it`;
  }
  const daily = parseDailyWindow(backupWindow);
  const weekly = parseWeeklyWindow(maintenanceWindow);
  if (!isOfAllowedLength(daily)) {
    yield `'backupWindow' must be at least 30 minutes in UTC like '03:00-04:00', got '${backupWindow}'; correct it`;
  }
  if (!isOfAllowedLength(weekly)) {
    yield `'maintenanceWindow' must be 30 minutes to 24 hours in UTC like 'mon:04:30-mon:05:30', got '${maintenanceWindow}'; correct it`;
  }
  if (daily !== undefined && weekly !== undefined && windowsOverlap(daily, weekly)) {
    yield `'maintenanceWindow' must not overlap 'backupWindow' (${backupWindow}), got '${maintenanceWindow}'; move one of them`;
  }
}

function isOfAllowedLength(window: TimeWindow | undefined): boolean {
  return window !== undefined && isWhole(window.minutes, RDS_WINDOW_MINUTES.min, RDS_WINDOW_MINUTES.max);
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
