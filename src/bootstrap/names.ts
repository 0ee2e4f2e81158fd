/**
 * Tags that the bootstrap reads from the instance metadata.
 *
 * The launch template sets them and allows tags in the metadata; keys hold no spaces and no slashes, which IMDS refuses.
 */
export const INSTANCE_TAGS = { system: 'system', environment: 'environment', role: 'role' } as const;

/** Answers as long as nginx and PHP-FPM work, whatever the database does; what the load balancer checks. */
export const HEALTH_PATH = '/healthz';

/** Answers 200 only when database and shared files work too; inside the VPC only, for alarms and fail-over, never for the load balancer. */
export const HEALTH_DEEP_PATH = '/healthz/deep';

/** Name of the launch lifecycle hook that the bootstrap completes with CONTINUE or ABANDON. */
export const LAUNCH_HOOK_NAME = 'bootstrap';

/** Heartbeat timeout of the launch hook in seconds; its default result must be ABANDON. Source: features.md section 4. */
export const BOOT_TIMEOUT_SECONDS = 900;

/** Seconds of `BOOT_TIMEOUT_SECONDS` that are kept for reporting a boot that ran out of time. */
export const BOOT_MARGIN_SECONDS = 60;

/** Port on which instances serve HTTP to the load balancer. */
export const INSTANCE_PORT = 80;

/** Log groups below `/<system>/<environment>/`, each with the file that feeds it. */
export const LOG_FILES = {
  boot: '/var/log/site/boot.log',
  'cloud-init': '/var/log/cloud-init-output.log',
  'web-access': '/var/log/nginx/access.log',
  'web-error': '/var/log/nginx/error.log',
  php: '/var/log/site/php.log',
  cron: '/var/log/site/cron.log',
} as const;

/** A log group of the instances, without its prefix. */
export type LogGroupSuffix = keyof typeof LOG_FILES;

/** Suffixes of the log groups below `/<system>/<environment>/`. */
export const LOG_GROUPS = Object.keys(LOG_FILES) as readonly LogGroupSuffix[];

/** Namespace of the memory and disk metrics that instances publish. */
export const METRICS_NAMESPACE = 'Site/Instances';
