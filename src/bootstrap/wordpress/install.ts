/**
 * The first installation, guarded by a lock of the database.
 *
 * The lock belongs to the connection, so a crash frees it. The table wp_site_install says whether an installation that was
 * begun here also ended: half of one is dropped and begun again. Tables without it were restored or imported: left alone.
 */
export const INSTALL_PHP = `<?php
// usage: php install.php TITLE EMAIL, the password on standard input; ends with the line "site: ready"
require '/opt/site/database.php';
[, $title, $email] = $argv;
$password = trim(stream_get_contents(STDIN));
$database = site_database();
if (!site_lock($database, 'install', 300, 120)) {
    exit("another instance installs for more than 300 s" . PHP_EOL);
}
$tables = array_column($database->query("SHOW TABLES LIKE 'wp\\\\_%'")->fetch_all(), 0);
$marked = in_array('wp_site_install', $tables, true);
$done = $marked && $database->query('SELECT done FROM wp_site_install')->fetch_row()[0] === '1';
$begin = $tables === [] || ($marked && !$done);
if ($begin) {
    foreach (array_diff($tables, ['wp_site_install']) as $table) {
        $database->query("DROP TABLE \`$table\`");
        echo "dropped $table of an installation that did not end" . PHP_EOL;
    }
    $database->query('CREATE TABLE IF NOT EXISTS wp_site_install (id INT PRIMARY KEY, done INT NOT NULL)');
    $database->query('INSERT IGNORE INTO wp_site_install VALUES (1, 0)');
    define('WP_INSTALLING', true);
}
$_SERVER += ['HTTP_HOST' => 'localhost', 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET', 'SERVER_PROTOCOL' => 'HTTP/1.1'];
require '/srv/site/current/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
if ($begin) {
    // the site is not in service yet: no mail, and no request to itself to see whether permalinks work
    add_filter('pre_wp_mail', '__return_true');
    add_filter('pre_http_request', static fn () => [
        'headers' => array_fill_keys(['X-Pingback', 'x-pingback'], get_bloginfo('pingback_url')),
        'body' => '', 'response' => ['code' => 200, 'message' => 'OK'], 'cookies' => [], 'filename' => null,
    ]);
    wp_install($title, 'admin', $email, true, '', $password === '' ? bin2hex(random_bytes(24)) : $password);
    if (!site_holds($database, 'install')) {
        exit("the database took the lock away: this installation does not count" . PHP_EOL);
    }
    $database->query('UPDATE wp_site_install SET done = 1');
    echo 'installed' . PHP_EOL;
} elseif ((int) get_option('db_version') < (int) $wp_db_version) {
    wp_upgrade();
    echo 'database upgraded' . PHP_EOL;
}
echo 'site: ready' . PHP_EOL;
`;
