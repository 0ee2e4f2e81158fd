import type { JsonObject } from '../../../../src/terraform/json';
import type { Resources } from '../../support/configuration';

export function template(settings: JsonObject): Resources {
  return { aws_launch_template: { web: settings } };
}

export function instance(settings: JsonObject): Resources {
  return { aws_instance: { web: settings } };
}

/** A scaling group that is named, and what stands beside it. */
export function group(settings: JsonObject, more: Resources = {}): Resources {
  return { aws_autoscaling_group: { web: { name: 'web', ...settings } }, ...more };
}

/** Name of the group, for what belongs to it. */
export const GROUP_NAME = '${aws_autoscaling_group.web.name}';
