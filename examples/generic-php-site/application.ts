import type { Application } from 'cdktf-wordpress-ha';

const HEALTH_PHP = `<?php
header('Content-Type: application/json');
header('Cache-Control: no-store');
echo json_encode(['php' => PHP_VERSION]);
`;

const SCRIPT = String.raw`
app_configure() {
  jq -Rn '[inputs | capture("^(?<key>[A-Za-z_][A-Za-z0-9_]*)=(?<value>.*)$")] | from_entries' \
    "$RUN/release.env" >"$RUN/env.json"
  jq -n --slurpfile settings "$RUN/settings.json" --slurpfile env "$RUN/env.json" \
    '{settings: $settings[0], env: $env[0]}' >"$RUN/config.json"
  write_config "$RUN/config.json"
}

# all of the site is in its release
app_install() { :; }

app_check() {
  local status
  status=$(probe / -H "Host: $(setting host-names | cut -d' ' -f1)")
  case "$status" in
    2?? | 3??) ;;
    *) fail "the front page answers $status: see /var/log/site/php.log" ;;
  esac
}
`;

/** A PHP site that needs neither database nor shared files; it finds its settings in /etc/site/config.json. */
export const phpSite: Application = {
  packages: { 'debian-13': [], 'amazon-linux-2023': [] },
  sharedFolders: [],
  files: () => [{ path: '/opt/site/health.php', permissions: '0644', content: HEALTH_PHP }],
  script: SCRIPT,
  locations: '',
  units: [],
};
