import type { AttributePath } from '../compare/attribute-path';

/** Settings of an environment that decide one attribute of one resource and nothing else, by type and attribute. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  aws_autoscaling_group: { max_size: ['fleet', 'maxSize'], min_size: ['fleet', 'minSize'] },
  aws_db_instance: {
    allocated_storage: ['database', 'allocatedStorageGiB'],
    backup_retention_period: ['database', 'backupRetentionDays'],
    backup_window: ['database', 'backupWindow'],
    instance_class: ['database', 'instanceClass'],
    maintenance_window: ['database', 'maintenanceWindow'],
    max_allocated_storage: ['database', 'maxAllocatedStorageGiB'],
    multi_az: ['database', 'multiAz'],
    performance_insights_enabled: ['database', 'performanceInsights'],
  },
  aws_launch_template: { instance_type: ['fleet', 'instanceType'] },
};

/** The setting of the environment that decides an attribute; undefined where the app decides it. */
export function environmentField(type: string, path: AttributePath): readonly string[] | undefined {
  const [attribute, ...rest] = path;
  const fields = Object.hasOwn(FIELDS, type) ? FIELDS[type] : undefined;
  if (fields === undefined || rest.length > 0 || typeof attribute !== 'string') return undefined;
  return Object.hasOwn(fields, attribute) ? fields[attribute] : undefined;
}
