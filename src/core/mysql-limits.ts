/** gp3 storage of RDS for MySQL in GiB, the same for every class (RDS API, CreateDBInstance). */
export const MYSQL_STORAGE_GIB = { min: 20, max: 65_536 } as const;

/** Length of a backup or maintenance window in minutes (RDS User Guide); only a weekly one could be longer than a day. */
export const RDS_WINDOW_MINUTES = { min: 30, max: 24 * 60 } as const;

/** Days that automated backups are kept (RDS API, CreateDBInstance); 0 turns them off. */
export const BACKUP_RETENTION_DAYS = { min: 0, max: 35 } as const;

/** RDS User Guide, 'Database Insights': classes of RDS for MySQL without it. */
const WITHOUT_PERFORMANCE_INSIGHTS = /^db\.t\d[a-z]*\.(micro|small)$/;

/** The lowest limit of storage autoscaling that RDS takes: 10 % above the storage at creation. */
export function leastStorageLimitGiB(allocatedStorageGiB: number): number {
  // in whole numbers: 1.1 has no exact binary form, and 50 * 1.1 is more than 55
  return Math.ceil((allocatedStorageGiB * 11) / 10);
}

/** Whether RDS for MySQL has Performance Insights on a class such as `db.t4g.medium`. */
export function offersPerformanceInsights(instanceClass: string): boolean {
  return !WITHOUT_PERFORMANCE_INSIGHTS.test(instanceClass);
}
