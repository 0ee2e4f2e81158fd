/**
 * WordPress' scheduled work, once in five minutes in the whole fleet.
 *
 * The lock keeps two instances from working at once, the slot keeps a slower clock from working the same five minutes again.
 */
export const CRON_PHP = `<?php
require '/opt/site/database.php';
$database = site_database();
if (!site_lock($database, 'cron', 0, 900)) {
    exit(0);
}
$slot = (int) $database->query('SELECT FLOOR(UNIX_TIMESTAMP() / 300)')->fetch_row()[0];
$database->query("INSERT INTO wp_options (option_name, option_value, autoload) VALUES ('site_cron_slot', $slot, 'no')
    ON DUPLICATE KEY UPDATE option_value = IF(option_value + 0 < $slot, $slot, option_value)");
if ($database->affected_rows < 1) {
    exit(0);
}
echo gmdate('c') . " running slot $slot" . PHP_EOL;
$_SERVER += ['HTTP_HOST' => 'localhost', 'REQUEST_URI' => '/wp-cron.php', 'REQUEST_METHOD' => 'GET'];
require '/srv/site/current/wp-cron.php';
`;

/** Runs it as the web server's user; a long job is not started twice, because the lock lasts as long as the process. */
export function cronService(webUser: string): string {
  return `[Unit]
Description=Scheduled work of the site
After=network-online.target remote-fs.target
ConditionPathExists=/var/lib/site/ready
[Service]
Type=oneshot
User=${webUser}
ExecStart=/usr/bin/php /opt/site/cron.php
TimeoutStartSec=3600
StandardOutput=append:/var/log/site/cron.log
StandardError=append:/var/log/site/cron.log
`;
}

export const CRON_TIMER = `[Unit]
Description=Scheduled work of the site
[Timer]
OnCalendar=*:0/5
RandomizedDelaySec=20
AccuracySec=1s
[Install]
WantedBy=timers.target
`;
