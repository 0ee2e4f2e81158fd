import type { DatabaseProps } from './database-props';
import { parseDailyWindow, parseWeeklyWindow, windowsOverlap } from './weekly-window';

/** Limits of gp3 storage for MySQL on RDS (RDS user guide, 'Amazon RDS DB instance storage'). */
const STORAGE_GIB = { min: 20, max: 65_536 };

/** RDS user guide, 'Settings for DB instances': letters and digits; no `_`, a wildcard in MySQL's GRANT. */
const DATABASE_NAME = /^[a-z][a-z0-9]{0,63}$/;

/** Classes without Performance Insights (RDS user guide, 'DB engine, Region, and instance class support'). */
const WITHOUT_INSIGHTS = /^db\.t\d[a-z]*\.(micro|small)$/;

/** Shortest window that RDS takes. */
const WINDOW_MINUTES = 30;

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
  if (props.performanceInsights === true && WITHOUT_INSIGHTS.test(instanceClass)) {
    yield `'performanceInsights' is not offered for '${instanceClass}'; leave it out or take a medium class or larger`;
  }
  yield* storageProblems(props);
  yield* windowProblems(props);
}

function* storageProblems({ allocatedStorageGiB, maxAllocatedStorageGiB }: DatabaseProps): Iterable<string> {
  const { min, max } = STORAGE_GIB;
  if (!isWhole(allocatedStorageGiB, min, max)) {
    yield `'allocatedStorageGiB' must be a whole number from ${min} to ${max}, got ${allocatedStorageGiB}; correct it`;
    return;
  }
  const least = Math.ceil(allocatedStorageGiB * 1.1);
  if (!isWhole(maxAllocatedStorageGiB, Math.min(least, max), max)) {
    yield (
      `'maxAllocatedStorageGiB' must be a whole number from ${least} (10 % above 'allocatedStorageGiB') to ${max}, ` +
      `got ${maxAllocatedStorageGiB}; correct it`
    );
  }
}

function* windowProblems(props: DatabaseProps): Iterable<string> {
  const { backupRetentionDays, backupWindow, maintenanceWindow } = props;
  if (!isWhole(backupRetentionDays, 0, 35)) {
    yield `'backupRetentionDays' must be a whole number from 0 to 35, got ${backupRetentionDays}; correct it`;
  }
  const daily = parseDailyWindow(backupWindow);
  const weekly = parseWeeklyWindow(maintenanceWindow);
  if (daily === undefined || daily.length < WINDOW_MINUTES) {
    yield `'backupWindow' must be at least 30 minutes in UTC like '03:00-04:00', got '${backupWindow}'; correct it`;
  }
  if (weekly === undefined || weekly.length < WINDOW_MINUTES || weekly.length > 24 * 60) {
    yield `'maintenanceWindow' must be 30 minutes to 24 hours in UTC like 'mon:04:30-mon:05:30', got '${maintenanceWindow}'; correct it`;
  }
  if (daily !== undefined && weekly !== undefined && windowsOverlap(daily, weekly)) {
    yield `'maintenanceWindow' must not overlap 'backupWindow' (${backupWindow}), got '${maintenanceWindow}'; move one of them`;
  }
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
