import type { Application } from '../application';
import type { InstanceFile } from '../instance-file';
import { WP_CONFIG } from './config';
import { CRON_PHP, CRON_TIMER, cronService } from './cron';
import { DATABASE_PHP, HEALTH_PHP } from './database';
import { INSTALL_PHP } from './install';

const SCRIPT = String.raw`
app_configure() {
  secret database-secret-arn "$RUN/database.json"
  secret salts-secret-arn "$RUN/salts.json"
  jq -e '.username and .password' "$RUN/database.json" >/dev/null || fail 'the database secret lacks username or password'
  jq -e '[.AUTH_KEY, .SECURE_AUTH_KEY, .LOGGED_IN_KEY, .NONCE_KEY, .AUTH_SALT, .SECURE_AUTH_SALT, .LOGGED_IN_SALT,
    .NONCE_SALT] | all' "$RUN/salts.json" >/dev/null || fail 'the salts secret lacks one of the eight keys and salts'
  jq -Rn '[inputs | capture("^(?<key>[A-Za-z_][A-Za-z0-9_]*)=(?<value>.*)$")] | from_entries' \
    "$RUN/release.env" >"$RUN/env.json"
  jq -n --slurpfile settings "$RUN/settings.json" --slurpfile database "$RUN/database.json" \
    --slurpfile salts "$RUN/salts.json" --slurpfile env "$RUN/env.json" \
    '{settings: $settings[0], database: $database[0], salts: ($salts[0] | del(.ADMIN_PASSWORD)), env: $env[0]}' \
    >"$RUN/config.json"
  jq -j '.ADMIN_PASSWORD // ""' "$RUN/salts.json" >"$RUN/admin-password"
  write_config "$RUN/config.json"
  rm "$RUN/database.json" "$RUN/salts.json" "$RUN/config.json"
  place "$SITE/wp-config.php" "$RELEASES/wp-config.php"
  rm -f "$RELEASES/$RELEASE/wp-config.php"
}

app_install() {
  runuser -u "$WEB_USER" -- php "$SITE/install.php" "$(setting site-title)" "$(setting admin-email)" \
    <"$RUN/admin-password" >"$RUN/install" 2>&1 || true
  rm "$RUN/admin-password"
  # WordPress ends with status 0 even when it gives up
  [ "$(tail -n 1 "$RUN/install")" = 'site: ready' ] || fail "the site is not installed: $(tail -n 3 "$RUN/install" | tr '\n' ' ')"
  say "$(tr '\n' ' ' <"$RUN/install")"
}

app_check() {
  local url name status
  url=$(setting site-url)
  name=$(setting host-names | cut -d' ' -f1)
  status=$(probe / -H "Host: $name" -H "X-Forwarded-Proto: $(cut -d: -f1 <<<"$url")")
  case "$status" in
    2?? | 3??) ;;
    *) fail "the front page answers $status: see /var/log/site/php.log" ;;
  esac
}
`;

const LOCATIONS = `location ~* ^/(wp-config[.]php|readme[.]html|license[.]txt|wp-admin/install[.]php)$ { deny all; }
location ~* ^/wp-content/.*[.](sql|log|bak|gz|zip)$ { deny all; }`;

function file(path: string, content: string): InstanceFile {
  return { path, permissions: '0644', content };
}

/** WordPress on MySQL, with its uploads shared and its code from releases. */
export const wordpress: Application = {
  packages: { 'debian-13': ['php8.4-mysql'], 'amazon-linux-2023': ['php8.4-mysqlnd'] },
  sharedFolders: [{ path: 'wp-content/uploads', folder: 'uploads' }],
  files: ({ webUser }) => [
    file('/opt/site/wp-config.php', WP_CONFIG),
    file('/opt/site/database.php', DATABASE_PHP),
    file('/opt/site/health.php', HEALTH_PHP),
    file('/opt/site/install.php', INSTALL_PHP),
    file('/opt/site/cron.php', CRON_PHP),
    file('/etc/systemd/system/site-cron.service', cronService(webUser)),
    file('/etc/systemd/system/site-cron.timer', CRON_TIMER),
  ],
  script: SCRIPT,
  locations: LOCATIONS,
  units: ['site-cron.timer'],
};
