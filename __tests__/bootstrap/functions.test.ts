import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run, runFunctions, testWith, write } from './support';
import { temporaryFolder } from '../support/temporary-folder';

// stands in for curl: answers with $FAKE/objects/<last part of the URL>, or 404; notes what it was asked
const CURL = `
output=/dev/stdout; url=''
cat >>"$FAKE/stdin" </dev/null
for argument in "$@"; do echo "$argument" >>"$FAKE/arguments"; done
while [ $# -gt 0 ]; do
  case "$1" in -o) output=$2; shift ;; -K) cat >>"$FAKE/keys"; shift ;; https://*) url=$1 ;; esac
  shift
done
file="$FAKE/objects/$(basename "$url")"
if [ -e "$file" ]; then cat "$file" >"$output"; printf 200; exit 0; fi
code=$(cat "$FAKE/refuse" 2>/dev/null || echo 404)
echo "<Code>Refused</Code>" >"$output"
printf '%s' "$code"`;

/** A bucket that holds release r1 with the given checksum of its archive, or the right one. */
function bucket(folder: string, checksum?: string): void {
  write(join(folder, 'code/index.php'), '<?php');
  write(join(folder, 'code/wp-content/uploads/leftover.txt'), 'x');
  write(join(folder, 'objects/current'), 'r1\n');
  write(join(folder, 'objects/env'), 'WP_DEBUG=true\n');
  run('tar', ['-czf', join(folder, 'objects/code.tar.gz'), '-C', join(folder, 'code'), '.']);
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, 'objects/code.tar.gz')))
    .digest('hex');
  write(join(folder, 'objects/code.tar.gz.sha256'), `${checksum ?? digest}  code.tar.gz\n`);
}

testWith('jq', 'a release is unpacked, linked to the shared files and switched to in one step', () => {
  const folder = temporaryFolder();
  bucket(folder);

  const ran = runFunctions(folder, 'fetch_release; switch_release "$RELEASES/$RELEASE"; served_release', {
    curl: CURL,
  });

  expect(ran).toMatchObject({ status: 0, stdout: `${folder}/srv/site/releases/r1\n` });
  expect(existsSync(join(folder, 'srv/site/current/index.php'))).toBe(true);
  expect(run('readlink', [join(folder, 'srv/site/current/wp-content/uploads')]).stdout).toBe(
    `${folder}/mnt/shared/uploads\n`,
  );
});

testWith('jq', 'a second run keeps the release that is on disk', () => {
  const folder = temporaryFolder();
  bucket(folder);

  const ran = runFunctions(folder, 'fetch_release; rm "$FAKE/objects/code.tar.gz"; fetch_release', { curl: CURL });

  expect(ran).toMatchObject({ status: 0 });
  expect(ran.stderr).toContain('release r1 is on disk');
});

testWith('jq', 'a release with another checksum is refused and leaves what serves alone', () => {
  const folder = temporaryFolder();
  bucket(folder, '0'.repeat(64));
  const calls = 'mkdir "$RELEASES/r0"; switch_release "$RELEASES/r0"; fetch_release';

  const ran = runFunctions(folder, calls, { curl: CURL });

  expect(ran.status).toBe(1);
  expect(ran.stderr).toMatch(/code\.tar\.gz of r1 has SHA-256 [0-9a-f]{64}, expected 0{64}/);
  expect(run('readlink', [join(folder, 'srv/site/current')]).stdout).toBe(`${folder}/srv/site/releases/r0\n`);
  expect(existsSync(join(folder, 'srv/site/releases/r1'))).toBe(false);
});

testWith('jq', 'a missing pointer is named with its key', () => {
  const ran = runFunctions(temporaryFolder(), 'fetch_release', { curl: CURL });

  expect(ran.status).toBe(1);
  expect(ran.stderr).toContain('s3://releases/wordpress/test/current cannot be read');
});

test('a download that breaks off, as on a full disk, says how much room there is and leaves nothing', () => {
  const folder = temporaryFolder();
  write(join(folder, 'objects/code.tar.gz'), 'part of an archive');
  const curl = CURL.replace('printf 200; exit 0', 'printf 200; exit 23');

  const ran = runFunctions(folder, 'fetch wordpress/test/r1/code.tar.gz "$RELEASES/.download"', { curl });

  expect(ran.status).toBe(1);
  expect(ran.stderr).toMatch(/code\.tar\.gz cannot be read: the answer broke off with \d+ MB free/);
  expect(ran.stderr).not.toContain('part of an archive');
  expect(existsSync(join(folder, 'srv/site/releases/.download'))).toBe(false);
});

testWith('jq', 'an archive that cannot be unpacked says why and leaves nothing of it', () => {
  const folder = temporaryFolder();
  bucket(folder);
  const tar = 'echo "tar: ./index.php: Cannot write: No space left on device" >&2; exit 2';

  const ran = runFunctions(folder, 'fetch_release', { curl: CURL, tar });

  expect(ran.stderr).toMatch(/cannot unpack r1 with \d+ MB free: tar: \.\/index\.php: Cannot write: No space left/);
  expect(readdirSync(join(folder, 'srv/site/releases'))).toEqual([]);
});

test('a pointer that is no name of a release is refused', () => {
  const folder = temporaryFolder();
  write(join(folder, 'objects/current'), '../../etc\n');

  expect(runFunctions(folder, 'fetch_release', { curl: CURL }).stderr).toContain('does not name a release: ../../etc');
});

test('an overlay that is absent is skipped', () => {
  expect(runFunctions(temporaryFolder(), 'run_overlays', { curl: CURL })).toMatchObject({ status: 0 });
});

test('an overlay that must not be read stops the boot', () => {
  const folder = temporaryFolder();
  write(join(folder, 'refuse'), '403');

  const ran = runFunctions(folder, 'run_overlays', { curl: CURL });

  expect(ran.status).toBe(1);
  expect(ran.stderr).toContain('overlays/role/web.sh cannot be read (403)');
});

test('overlays run for the role first and then for the environment', () => {
  const folder = temporaryFolder();
  write(join(folder, 'objects/web.sh'), 'echo "role $SITE_ROLE"');
  write(join(folder, 'objects/test.sh'), 'echo "environment $SITE_ENVIRONMENT"');

  expect(runFunctions(folder, 'run_overlays', { curl: CURL }).stdout).toBe('role web\nenvironment test\n');
});

testWith('jq', 'settings of several pages are read together, and a missing one is named', () => {
  const folder = temporaryFolder();
  const page = (name: string, next?: string): string =>
    JSON.stringify({ Parameters: [{ Name: `/wordpress/test/${name}`, Value: `${name} value` }], NextToken: next });
  // the first answer points to a second one
  const curl = `
while [ $# -gt 0 ]; do case "$1" in -o) output=$2; shift ;; --data) body=$2; shift ;; -K) cat >/dev/null; shift ;; esac; shift; done
case "$body" in *NextToken*) echo '${page('b')}' ;; *) echo '${page('a', 'more')}' ;; esac >"$output"
printf 200`;

  const ran = runFunctions(folder, 'read_settings; setting a; setting b; setting c', { curl });

  expect(ran).toMatchObject({ status: 1, stdout: 'a value\nb value\n' });
  expect(ran.stderr).toContain('parameter /wordpress/test/c is missing');
});

test('keys reach curl by standard input and never by its arguments', () => {
  const folder = temporaryFolder();
  write(join(folder, 'objects/current'), 'r1\n');

  runFunctions(folder, 'fetch wordpress/test/current "$RUN/current"', { curl: CURL });

  expect(readFileSync(join(folder, 'arguments'), 'utf8')).not.toMatch(/topsecret|session/);
  expect(readFileSync(join(folder, 'keys'), 'utf8')).toContain('user = "AKIA:topsecret"');
});

test('credentials are read without jq, which is not there yet', () => {
  const json = '{\n  "Code" : "Success",\n  "AccessKeyId" : "ASIA1",\n  "Token" : "a/b+c=="\n}';

  expect(runFunctions(temporaryFolder(), `field Token <<<'${json}'`).stdout).toBe('a/b+c==\n');
});

testWith('jq', 'configuration with secrets is for root and the web server only, and no other copy stays', () => {
  const folder = temporaryFolder();
  const secret = JSON.stringify({ SecretString: JSON.stringify({ username: 'wp', password: 'p\'w"x$' }) });
  const names = [
    'AUTH_KEY',
    'SECURE_AUTH_KEY',
    'LOGGED_IN_KEY',
    'NONCE_KEY',
    'AUTH_SALT',
    'SECURE_AUTH_SALT',
    'LOGGED_IN_SALT',
    'NONCE_SALT',
  ];
  const salts = Object.fromEntries(['ADMIN_PASSWORD', ...names].map((name) => [name, `${name}-secret`]));
  write(join(folder, 'run/site/settings.json'), '{"database-secret-arn":"arn:db","salts-secret-arn":"arn:salts"}');
  write(join(folder, 'run/site/release.env'), '# comment\nWP_DEBUG=true\nX=a=b\n');
  write(join(folder, 'opt/site/wp-config.php'), '<?php');
  write(join(folder, 'db'), secret);
  write(join(folder, 'salts'), JSON.stringify({ SecretString: JSON.stringify(salts) }));
  const curl = `
while [ $# -gt 0 ]; do case "$1" in -o) output=$2; shift ;; --data) body=$2; shift ;; -K) cat >/dev/null; shift ;; esac; shift; done
case "$body" in *arn:db*) cat "$FAKE/db" ;; *) cat "$FAKE/salts" ;; esac >"$output"
printf 200`;
  const install =
    'args=(); while [ $# -gt 0 ]; do case "$1" in -o|-g) shift ;; *) args+=("$1") ;; esac; shift; done; exec /usr/bin/install "${args[@]}"';

  const ran = runFunctions(folder, 'RELEASE=r1; app_configure', { curl, install });

  const path = join(folder, 'etc/site/config.json');
  expect(ran).toMatchObject({ status: 0, stdout: '' });
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    database: { username: 'wp', password: 'p\'w"x$' },
    salts: { AUTH_KEY: 'AUTH_KEY-secret' },
    env: { WP_DEBUG: 'true', X: 'a=b' },
  });
  expect(readFileSync(path, 'utf8')).not.toContain('ADMIN_PASSWORD');
  expect(
    run('grep', ['-rlE', '-secret|p.w', join(folder, 'run'), join(folder, 'srv'), join(folder, 'etc')])
      .stdout.trim()
      .split('\n')
      .sort(),
  ).toEqual([path, join(folder, 'run/site/admin-password'), join(folder, 'run/site/settings.json')].sort());
  expect(ran.stderr).not.toMatch(/AUTH_KEY-secret|p'w/);
});
