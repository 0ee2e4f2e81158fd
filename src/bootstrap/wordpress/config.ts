/**
 * wp-config.php: no value of its own, all from /etc/site/config.json, which only root and the web server's group read.
 *
 * It lies above the document root, where WordPress looks for it. WordPress hands MYSQL_CLIENT_FLAGS to mysqli; the second
 * flag makes PHP verify certificate and host name of the database against `openssl.cafile`.
 */
export const WP_CONFIG = `<?php
$site = json_decode(file_get_contents('/etc/site/config.json'), true, 8, JSON_THROW_ON_ERROR);
$set = static function (string $name, mixed $value): void {
    defined($name) || define($name, $value);
};
$settings = $site['settings'];
$set('DB_NAME', $settings['database-name']);
$set('DB_USER', $site['database']['username']);
$set('DB_PASSWORD', $site['database']['password']);
$set('DB_HOST', $settings['database-host'] . ':' . $settings['database-port']);
$set('DB_CHARSET', 'utf8mb4');
$set('DB_COLLATE', '');
$set('MYSQL_CLIENT_FLAGS', MYSQLI_CLIENT_SSL | MYSQLI_CLIENT_SSL_VERIFY_SERVER_CERT);
foreach ($site['salts'] as $name => $value) {
    $set($name, $value);
}
// never from the Host header, which anybody may forge
$set('WP_HOME', $settings['site-url']);
$set('WP_SITEURL', $settings['site-url']);
$set('FORCE_SSL_ADMIN', str_starts_with($settings['site-url'], 'https://'));
// code comes from releases: nothing on an instance changes it
$set('DISALLOW_FILE_EDIT', true);
$set('DISALLOW_FILE_MODS', true);
$set('AUTOMATIC_UPDATER_DISABLED', true);
// the timer site-cron runs it on one instance at a time
$set('DISABLE_WP_CRON', true);
$set('WP_DEBUG_DISPLAY', false);
if (isset($settings['media-bucket'])) {
    $set('MEDIA_BUCKET', $settings['media-bucket']);
}
foreach ($site['env'] as $name => $value) {
    $set($name, ['true' => true, 'false' => false][$value] ?? $value);
}
$table_prefix = 'wp_';
unset($site, $settings, $set, $name, $value);
defined('ABSPATH') || define('ABSPATH', '/srv/site/current/');
require_once ABSPATH . 'wp-settings.php';
`;
