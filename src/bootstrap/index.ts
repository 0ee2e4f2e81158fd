export { AGENT_DOWNLOADS } from './agent-downloads';
export type { Application, SharedFolder } from './application';
export { compressUserData } from './cloud-config';
export type { ImageFamily } from './image-family';
export type { InstanceFile } from './instance-file';
export {
  BOOT_TIMEOUT_SECONDS,
  HEALTH_DEEP_PATH,
  HEALTH_PATH,
  INSTANCE_PORT,
  INSTANCE_TAGS,
  LAUNCH_HOOK_NAME,
  LOG_FILES,
  LOG_GROUPS,
  type LogGroupSuffix,
  METRICS_NAMESPACE,
} from './names';
export {
  OPTIONAL_SITE_PARAMETERS,
  type ParameterScope,
  SITE_PARAMETERS,
  type SiteParameter,
  siteParameterPath,
  siteParameterRoot,
} from './parameters';
export { PHP_DEFAULTS, type PhpSettings } from './php-settings';
export { RELEASE_NAME_PATTERN, RESERVED_RELEASE_NAMES, releaseLayout, type ReleaseScope } from './release-layout';
export { instanceFiles, USER_DATA_LIMIT_BYTES, userData, type UserDataOptions } from './user-data';
export { wordpress } from './wordpress/wordpress';
