import { AGENT_DOWNLOADS } from '../agent-downloads';

/** Configuration of nginx and PHP, start of the services, health before traffic, agents. */
export const SERVICE_FUNCTIONS = String.raw`
# place SOURCE TARGET: a file of ours where a service looks for it, in one step
place() {
  install -D -m 0644 "$1" "$2.new"
  mv -f "$2.new" "$2"
}

configure_services() {
  local directory children
  for directory in $PHP_INI_DIRECTORIES; do place "$SITE/php.ini" "$directory/99-site.ini"; done
  children=$(awk '/^MemTotal:/ { n = int($2 * 0.6 / 1024 / 80); print (n < 5 ? 5 : n > 200 ? 200 : n) }' /proc/meminfo)
  sed "s/@children@/$children/" "$SITE/php-fpm.conf" >"$RUN/php-fpm.conf"
  place "$RUN/php-fpm.conf" "$FPM_POOLS/site.conf"
  rm -f "$FPM_POOLS/www.conf"
  echo "server_name $(setting host-names);" >"$RUN/site-names.conf"
  place "$RUN/site-names.conf" /etc/nginx/site-names.conf
  place "$SITE/nginx.conf" /etc/nginx/nginx.conf
  install -d -m 0755 /var/log/site
  for directory in php cron; do
    [ -e "/var/log/site/$directory.log" ] || install -m 0640 -o "$WEB_USER" -g "$WEB_USER" /dev/null "/var/log/site/$directory.log"
  done
}

# The system's CAs and the database's: PHP verifies every TLS connection against this file.
install_ca() {
  : >"$RUN/database-ca.pem"
  if [ -n "$(optional_setting database-host)" ] &&
    ! fetch_optional "$APP/$ENVIRONMENT/database-ca.pem" "$RUN/database-ca.pem"; then
    curl -fsS --retry 4 --retry-all-errors --connect-timeout 5 --max-time 30 -o "$RUN/database-ca.pem" \
      "https://truststore.pki.rds.$DOMAIN/$REGION/$REGION-bundle.pem" || fail 'the CA of the database cannot be downloaded'
  fi
  [ ! -s "$RUN/database-ca.pem" ] || openssl x509 -noout -in "$RUN/database-ca.pem" 2>/dev/null ||
    fail 'the CA of the database is not a certificate'
  cat "$CA_BUNDLE" "$RUN/database-ca.pem" >"$RUN/ca.pem"
  place "$RUN/ca.pem" "$CONFIG/ca.pem"
}

# write_config FILE: what PHP may read and nobody else, in one step
write_config() {
  install -m 0640 -o root -g "$WEB_USER" "$1" "$CONFIG/config.json.new"
  mv -f "$CONFIG/config.json.new" "$CONFIG/config.json"
}

start_services() {
  "$FPM_BINARY" -t || fail 'PHP-FPM refuses its configuration'
  nginx -t || fail 'nginx refuses its configuration'
  at_boot "$FPM_SERVICE.service" nginx.service
  systemctl reload-or-restart "$FPM_SERVICE" || fail 'PHP-FPM does not start'
  start_nginx
}

# Nginx reads what changed only: to do so it closes idle connections, on one of which the load balancer may just be asking.
start_nginx() {
  local digest
  digest=$(cat /etc/nginx/nginx.conf /etc/nginx/site-names.conf | sha256sum)
  if systemctl is-active -q nginx && [ "$digest" = "$(cat /var/lib/site/nginx.digest 2>/dev/null)" ]; then return 0; fi
  systemctl reload-or-restart nginx || fail 'nginx does not start'
  mkdir -p /var/lib/site
  echo "$digest" >/var/lib/site/nginx.digest
}

# probe PATH [CURL_OPTION...]: the status of one request to this instance
probe() {
  local path=$1
  shift
  curl -s -o /dev/null -w '%{http_code}' --max-time 15 "$@" "http://127.0.0.1$path" || true
}

check_health() {
  local path status attempt
  for path in "$HEALTH_PATH" "$HEALTH_DEEP_PATH"; do
    for attempt in 1 2 3 4 5 6 7 8 9 10; do
      status=$(probe "$path")
      [ "$status" = 200 ] && break
      sleep "$((attempt / 3))"
    done
    [ "$status" = 200 ] || fail "$path answers $status"
  done
}

configure_log_agent() {
  sed -e "s,@prefix@,/$SYSTEM/$ENVIRONMENT,g" "$SITE/cloudwatch-agent.json" >"$RUN/agent.json"
  place "$RUN/agent.json" /opt/aws/amazon-cloudwatch-agent/etc/amazon-cloudwatch-agent.json
}

# agent NAME URL: a package from the releases bucket if it is there with its digest, else AWS's own for the region
agent() {
  local name=$1 url=$2 file="$RUN/$1" base="$APP/$ENVIRONMENT/agents/$1"
  ! command -v "$(cut -d. -f1 <<<"$name")" >/dev/null && ! [ -e "/opt/aws/$(cut -d. -f1 <<<"$name")/bin" ] || return 0
  if fetch_optional "$base" "$file"; then
    fetch "$base.sha256" "$file.sha256"
    [ "$(cut -d' ' -f1 "$file.sha256")" = "$(sha256sum "$file" | cut -d' ' -f1)" ] || fail "$name does not match its digest"
  else
    curl -fsS --retry 3 --connect-timeout 5 --max-time 120 -o "$file" "$url" || fail "$name cannot be downloaded"
  fi
  apt_get install --no-install-recommends "$file"
}

# Runs beside the boot and never stops it: a site without agents still serves.
agents() {
  local architecture
  connect
  read_settings
  BUCKET=$(setting releases-bucket)
  APP=$(setting app)
  configure_log_agent
  if [ "$PACKAGE_MANAGER" = dnf ]; then
    install_packages amazon-ssm-agent amazon-cloudwatch-agent
  else
    architecture=$(dpkg --print-architecture)
    agent amazon-ssm-agent.deb \
      "${AGENT_DOWNLOADS.ssm}"
    agent amazon-cloudwatch-agent.deb \
      "${AGENT_DOWNLOADS.cloudWatch}"
  fi
  at_boot amazon-ssm-agent.service amazon-cloudwatch-agent.service
  systemctl start amazon-ssm-agent.service
  systemctl restart amazon-cloudwatch-agent.service
}
`;
