import type { Application } from './application';
import type { FamilySettings } from './image-family';
import { HEALTH_DEEP_PATH, HEALTH_PATH, INSTANCE_PORT } from './names';
import { healthSocket, siteSocket } from './php-fpm';
import type { PhpSettings } from './php-settings';

const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as const;

function indent(text: string, spaces: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(spaces));
}

/**
 * The workers of the site, named twice: where one ends before it has answered, as when PHP-FPM takes up a release, the other
 * name is asked. Nothing counts as broken, and a request that changes something is not repeated once it was sent.
 */
function siteWorkers(family: FamilySettings): string {
  const server = `server unix:${siteSocket(family)} max_fails=0;`;
  return `upstream site { ${server} ${server} }
fastcgi_next_upstream error;`;
}

function healthLocations(family: FamilySettings): string {
  const inside = [...PRIVATE_RANGES, '127.0.0.1'].map((range) => `  allow ${range};`).join('\n');
  return `location = ${HEALTH_PATH} {
  access_log off;
  include fastcgi_params;
  fastcgi_param SCRIPT_NAME ${HEALTH_PATH};
  fastcgi_param SCRIPT_FILENAME ${HEALTH_PATH};
  fastcgi_pass unix:${healthSocket(family)};
}
location = ${HEALTH_DEEP_PATH} {
  access_log off;
${inside}
  deny all;
  include fastcgi_params;
  fastcgi_param SCRIPT_FILENAME /opt/site/health.php;
  fastcgi_pass site;
}`;
}

function sharedLocations(application: Application): string {
  return application.sharedFolders
    .map(
      ({ path }) => `location ^~ /${path}/ {
  # uploads are data: whatever looks like PHP is refused, nothing is executed
  location ~* [.](php[0-9]*|phtml|phar|phps)(/|$) { deny all; }
  add_header X-Content-Type-Options nosniff always;
  expires 15m;
  try_files $uri =404;
}`,
    )
    .join('\n');
}

function siteServer(family: FamilySettings, application: Application, php: Required<PhpSettings>): string {
  return `server {
  listen ${INSTANCE_PORT};
  include /etc/nginx/site-names.conf;
  root /srv/site/current;
  index index.php;
${indent(healthLocations(family), 2)}
${indent(sharedLocations(application), 2)}
${indent(application.locations, 2)}
  location ~ /[.](?!well-known/) { deny all; }
  location ~* [.](css|js|png|jpe?g|gif|webp|avif|svg|ico|woff2?)$ {
    expires 15m;
    try_files $uri =404;
  }
  location / { try_files $uri $uri/ /index.php?$args; }
  location ~ [.]php$ {
    try_files $uri =404;
    include fastcgi_params;
    # the real path, so that a new release is a new script for the code cache
    fastcgi_param DOCUMENT_ROOT $realpath_root;
    fastcgi_param SCRIPT_FILENAME $realpath_root$fastcgi_script_name;
    fastcgi_param HTTPS $forwarded_https if_not_empty;
    fastcgi_param HTTP_PROXY "";
    fastcgi_read_timeout ${php.maxExecutionSeconds}s;
    fastcgi_pass site;
  }
}`;
}

/**
 * The whole of nginx.conf.
 *
 * `keepAliveSeconds` exceeds the load balancer's idle timeout, so that the load balancer is the one to close
 * connections. A Host that is not the site's gets 421, except on the health checks, which name the instance's address.
 */
export function nginxConfig(
  family: FamilySettings,
  application: Application,
  php: Required<PhpSettings>,
  keepAliveSeconds: number,
): string {
  return `# written by the bootstrap
user ${family.webUser};
worker_processes auto;
pid /run/nginx.pid;
error_log /var/log/nginx/error.log warn;
events { worker_connections 4096; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  # without the query: links that reset a password carry their key there
  map $request_uri $request_path { "~^(?<path>[^?]*)" $path; }
  log_format site escape=json '{"time":"$time_iso8601","client":"$remote_addr","method":"$request_method",'
    '"host":"$host","path":"$request_path","status":$status,"bytes":$body_bytes_sent,"seconds":$request_time,'
    '"agent":"$http_user_agent","trace":"$http_x_amzn_trace_id"}';
  access_log /var/log/nginx/access.log site;
  server_tokens off;
  sendfile on;
  tcp_nopush on;
  gzip on;
  gzip_proxied any;
  gzip_types text/css text/plain text/xml application/javascript application/json application/xml image/svg+xml;
  # names of load balancers are longer than the default bucket
  server_names_hash_bucket_size 256;
  keepalive_timeout ${keepAliveSeconds}s;
  keepalive_requests 10000;
  client_max_body_size ${php.uploadLimitMiB}m;
${PRIVATE_RANGES.map((range) => `  set_real_ip_from ${range};`).join('\n')}
  real_ip_header X-Forwarded-For;
  real_ip_recursive on;
  # the load balancer ends TLS and sets this header itself; security groups let nobody else in
  map $http_x_forwarded_proto $forwarded_https { default ""; https on; }
${indent(siteWorkers(family), 2)}
  server {
    listen ${INSTANCE_PORT} default_server;
    server_name _;
${indent(healthLocations(family), 4)}
    location / { return 421; }
  }
${indent(siteServer(family, application, php), 2)}
}
`;
}
