import type { FamilySettings } from './image-family';
import { HEALTH_PATH } from './names';
import type { PhpSettings } from './php-settings';

/** Socket of the workers that serve the site. */
export function siteSocket(family: FamilySettings): string {
  return `${family.fpmSocketDirectory}/site.sock`;
}

/** Socket of the workers that answer the shallow health check. */
export function healthSocket(family: FamilySettings): string {
  return `${family.fpmSocketDirectory}/health.sock`;
}

/**
 * PHP-FPM's pools; the bootstrap replaces `@children@` by what the memory allows.
 *
 * The health check has workers of its own: when every worker of the site waits for a database that fails over, the
 * load balancer must not take the whole fleet out of service.
 */
export function fpmPools(family: FamilySettings, php: Required<PhpSettings>): string {
  const owner = `user = ${family.webUser}
group = ${family.webUser}
listen.owner = ${family.webUser}
listen.group = ${family.webUser}
listen.mode = 0660`;
  return `; written by the bootstrap
[global]
; without it a reload cuts off the requests under way
process_control_timeout = 20s
[site]
${owner}
listen = ${siteSocket(family)}
pm = dynamic
pm.max_children = @children@
pm.start_servers = 2
pm.min_spare_servers = 2
pm.max_spare_servers = 4
pm.max_requests = 1000
request_terminate_timeout = ${php.maxExecutionSeconds + 30}s
catch_workers_output = yes
php_admin_value[error_log] = /var/log/site/php.log
php_admin_flag[log_errors] = on

[health]
${owner}
listen = ${healthSocket(family)}
pm = static
pm.max_children = 1
ping.path = ${HEALTH_PATH}
ping.response = ok
request_terminate_timeout = 10s
`;
}
