import { instanceFile } from './support';

const program = instanceFile('/opt/site/instance');
const nginx = instanceFile('/opt/site/nginx.conf');
const wpConfig = instanceFile('/opt/site/wp-config.php');

test('stops at the first error, unset variable or broken pipe', () => {
  expect(program).toMatch(/^#!\/bin\/bash\n.*\nset -Eeuo pipefail\n/);
});

test('what AWS answers is written below the folder that only root can enter, never elsewhere', () => {
  const writes = [...program.matchAll(/>{1,2}\s?"?([^\s"&;|)]+)/g)].map(([, target]) => target ?? '');
  const allowed = [
    /^\$RUN\//,
    /^\$2(\.answer)?$/,
    /^\$unpacked\//,
    /^\/dev\/null$/,
    /^\/var\/(lib\/site|log\/site)\//,
    /^\/usr\/sbin\/policy-rc\.d$/,
    /^\/etc\/stunnel\/efs\./,
    /^\/etc\/(fstab|systemd\/system\/\$FPM_SERVICE\.service\.d\/site\.conf)$/,
  ];

  expect(writes.filter((target) => !allowed.some((pattern) => pattern.test(target)) && /[/$]/.test(target))).toEqual(
    [],
  );
});

test('its notes lie in a folder that only root can enter', () => {
  expect(program).toContain('install -d -m 0700 "$RUN"');
});

test('secrets are never printed', () => {
  const printed = [...program.matchAll(/\b(?:say|fail|echo|printf)\b.*$/gm)].map(([line]) => line);

  expect(
    printed.filter((line) =>
      /SECRET_KEY|SESSION_TOKEN|database\.json|salts\.json|admin-password|credentials"/.test(line),
    ),
  ).toEqual([]);
});

test('no file of the user data holds a value for a secret', () => {
  expect(wpConfig).not.toMatch(/define\('(?:DB_PASSWORD|[A-Z_]+_(?:KEY|SALT))',/);
  expect(wpConfig).toContain("$site['database']['password']");
});

test('the shared files are mounted by NFS 4.1 with the recommended options through the tunnel, from fstab', () => {
  expect(program).toContain(
    '127.0.0.1:/ $SHARED nfs4 nfsvers=4.1,rsize=1048576,wsize=1048576,hard,timeo=600,retrans=2,noresvport,_netdev,' +
      'x-systemd.requires=efs-tunnel.service,x-systemd.after=efs-tunnel.service',
  );
  expect(program).toContain('verifyChain = yes\ncheckHost = $host\n');
});

test('PHP-FPM waits for the shared files after a reboot', () => {
  expect(program).toContain(String.raw`printf '[Unit]\nRequiresMountsFor=%s\n' "$SHARED"`);
});

test('the database is reached over verified TLS only', () => {
  const flags = 'MYSQLI_CLIENT_SSL | MYSQLI_CLIENT_SSL_VERIFY_SERVER_CERT';

  expect(wpConfig).toContain(`$set('MYSQL_CLIENT_FLAGS', ${flags});`);
  expect(instanceFile('/opt/site/database.php')).toContain(flags);
  expect(instanceFile('/opt/site/php.ini')).toContain('openssl.cafile = /etc/site/ca.pem');
});

test('the address of the site comes from its settings', () => {
  expect(wpConfig).toContain("$set('WP_HOME', $settings['site-url']);");
  expect(wpConfig).not.toContain('HTTP_HOST');
});

test('files are not edited and wp-cron does not run on requests', () => {
  for (const name of ['DISALLOW_FILE_EDIT', 'DISALLOW_FILE_MODS', 'DISABLE_WP_CRON', 'AUTOMATIC_UPDATER_DISABLED']) {
    expect(wpConfig).toContain(`$set('${name}', true);`);
  }
});

test('the timer runs every five minutes and its script under a lock of the database', () => {
  expect(instanceFile('/etc/systemd/system/site-cron.timer')).toContain('OnCalendar=*:0/5\n');
  expect(instanceFile('/opt/site/cron.php')).toContain("site_lock($database, 'cron', 0, 900)");
});

test.each([
  ['debian-13', 'www-data'],
  ['amazon-linux-2023', 'nginx'],
] as const)('on %s everything runs as %s', (family, user) => {
  expect(instanceFile('/opt/site/nginx.conf', { family })).toContain(`user ${user};`);
  expect(instanceFile('/opt/site/php-fpm.conf', { family })).toContain(`[site]\nuser = ${user}\ngroup = ${user}\n`);
  expect(instanceFile('/etc/systemd/system/site-cron.service', { family })).toContain(`User=${user}\n`);
});

test('only the default server answers a foreign Host, and only on the health paths', () => {
  const fallback = nginx.slice(nginx.indexOf('default_server'), nginx.lastIndexOf('server {'));

  expect([...fallback.matchAll(/location (.*?) \{/g)].map(([, where]) => where)).toEqual([
    '= /healthz',
    '= /healthz/deep',
    '/',
  ]);
  expect(fallback).toContain('location / { return 421; }');
});

test('the shallow check has workers of its own, so that a slow database does not fail it', () => {
  const shallow = nginx.slice(nginx.indexOf('location = /healthz {'), nginx.indexOf('location = /healthz/deep'));

  expect(shallow).toContain('fastcgi_pass unix:/run/php/health.sock;');
  expect(instanceFile('/opt/site/php-fpm.conf')).toContain('ping.path = /healthz\n');
});

test('the deep check answers private addresses only', () => {
  const deep = nginx.slice(nginx.indexOf('location = /healthz/deep'), nginx.indexOf('location /'));

  expect(deep).toMatch(/allow 10\.0\.0\.0\/8;[^}]*deny all;/);
});

test('nothing in the uploads is executed', () => {
  const uploads = nginx.slice(nginx.indexOf('location ^~ /wp-content/uploads/'), nginx.indexOf('location ~ /[.]'));

  expect(uploads).toContain('location ~* [.](php[0-9]*|phtml|phar|phps)(/|$) { deny all; }');
  expect(uploads).not.toContain('fastcgi_pass');
});

test('a failed boot abandons the instance and a good one continues', () => {
  expect(program).toMatch(/result=CONTINUE[^]*result=ABANDON[^]*complete "\$result"/);
});
