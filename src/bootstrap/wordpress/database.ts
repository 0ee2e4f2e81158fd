/** Connection to the database for the programs beside WordPress, and the deep health check that uses it. */
export const DATABASE_PHP = `<?php
// one line that says why is what the boot log needs
if (PHP_SAPI === 'cli') {
    set_exception_handler(static function (Throwable $error): void {
        echo $error::class . ': ' . $error->getMessage() . PHP_EOL;
        exit(1);
    });
}

/** Connects over TLS with certificate and host name verified; throws when that is not possible. */
function site_database(int $seconds = 10): mysqli
{
    $site = json_decode(file_get_contents('/etc/site/config.json'), true, 8, JSON_THROW_ON_ERROR);
    $settings = $site['settings'];
    mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
    $database = mysqli_init();
    $database->options(MYSQLI_OPT_CONNECT_TIMEOUT, $seconds);
    $database->real_connect(
        $settings['database-host'],
        $site['database']['username'],
        $site['database']['password'],
        $settings['database-name'],
        (int) $settings['database-port'],
        null,
        MYSQLI_CLIENT_SSL | MYSQLI_CLIENT_SSL_VERIFY_SERVER_CERT
    );
    return $database;
}

/**
 * Takes a lock that the database frees when this process ends, however it ends: when the instance itself is gone, and
 * nothing closes the connection, the database closes it after $idle seconds.
 */
function site_lock(mysqli $database, string $name, int $seconds, int $idle): bool
{
    $database->query("SET SESSION wait_timeout = $idle");
    $sql = "SELECT GET_LOCK(CONCAT(LEFT(DATABASE(), 40), '.$name'), $seconds)";
    return (int) $database->query($sql)->fetch_row()[0] === 1;
}

/** Whether this connection still holds the lock; a fail-over of the database takes it away. */
function site_holds(mysqli $database, string $name): bool
{
    $sql = "SELECT IS_USED_LOCK(CONCAT(LEFT(DATABASE(), 40), '.$name')) = CONNECTION_ID()";
    return (int) $database->query($sql)->fetch_row()[0] === 1;
}
`;

/** Answers 200 only when database and shared files work. */
export const HEALTH_PHP = `<?php
require '/opt/site/database.php';
$works = ['database' => false, 'files' => false];
try {
    $works['database'] = site_database(2)->query('SELECT 1')->fetch_row()[0] === '1';
} catch (Throwable) {
    error_log('deep health check: the database does not answer');
}
$works['files'] = is_dir('/mnt/shared/uploads') && stat('/mnt/shared')['dev'] !== stat('/mnt')['dev']
    && is_writable('/mnt/shared/uploads');
http_response_code(in_array(false, $works, true) ? 503 : 200);
header('Content-Type: application/json');
header('Cache-Control: no-store');
echo json_encode($works);
`;
