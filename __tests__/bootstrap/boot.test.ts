import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ran, runFunctions, write } from './support';
import { temporaryFolder } from '../support/temporary-folder';

// the metadata of an instance of group web-1, and an Auto Scaling that notes what it is told
const CURL = `
output=/dev/stdout
for argument in "$@"; do
  case "$argument" in
    *api/token) echo token ;;
    *meta-data/instance-id) echo i-1 ;;
    *placement/region) echo eu-west-1 ;;
    *services/domain) echo amazonaws.com ;;
    *tags/instance/aws:autoscaling:groupName) echo web-1 ;;
    *tags/instance/*) basename "$argument" ;;
    *security-credentials/) echo role ;;
    *security-credentials/role) echo '{"AccessKeyId":"A","SecretAccessKey":"S","Token":"T"}' ;;
    https://autoscaling.*) printf 200 ;;
    AutoScalingGroupName=*|LifecycleActionResult=*|LifecycleHookName=*|InstanceId=*) echo "$argument" >>"$FAKE/hook" ;;
  esac
done`;

const SYSTEMCTL = 'echo "$*" >>"$FAKE/systemctl"';

/** Runs `boot` around a bootstrap that consists of `lines`. */
function boot(folder: string, lines: string, fakes: Readonly<Record<string, string>> = {}): Ran {
  write(join(folder, 'opt/site/instance'), `#!/bin/bash\nRUN=${folder}/run/site\n${lines}\n`, 0o755);
  write(join(folder, 'uptime'), '20.00 1.00\n');
  const script = `mkdir() { command mkdir -p "$FAKE/state"; }
time_left() { echo 2; }
boot || echo "status $?"`;
  return runFunctions(folder, script, { curl: CURL, systemctl: SYSTEMCTL, ...fakes });
}

function hook(folder: string): readonly string[] {
  return readFileSync(join(folder, 'hook'), 'utf8').trim().split('\n').sort();
}

const ABANDONED = [
  'AutoScalingGroupName=web-1',
  'InstanceId=i-1',
  'LifecycleActionResult=ABANDON',
  'LifecycleHookName=bootstrap',
];

test('a boot that fails abandons the instance, stops nginx and says in which phase and why', () => {
  const folder = temporaryFolder();

  const ran = boot(folder, 'echo release >$RUN/phase; echo "no such release" >$RUN/reason; exit 3');

  expect(ran.stdout).toContain('status 3');
  expect(ran.stderr).toContain('FAILED in phase release (status 3): no such release');
  expect(hook(folder)).toEqual(ABANDONED);
  expect(readFileSync(join(folder, 'systemctl'), 'utf8')).toBe('stop nginx\ndisable -q --no-reload nginx\n');
});

test('a boot that runs out of time abandons the instance and says so', () => {
  const folder = temporaryFolder();

  const ran = boot(folder, 'echo files >$RUN/phase; echo "fs-1 does not answer" >$RUN/reason; sleep 30');

  expect(ran.stderr).toContain('no time left after 2 s');
  expect(ran.stderr).toContain('FAILED in phase files (status 124): fs-1 does not answer');
  expect(hook(folder)).toEqual(ABANDONED);
});

test('what a good boot wrote is on the disk before the instance goes into service, since power may fail then', () => {
  const folder = temporaryFolder();

  boot(folder, 'exit 0', { sync: 'echo "sync $*" >>"$FAKE/hook"' });

  const told = readFileSync(join(folder, 'hook'), 'utf8').trim().split('\n');
  expect(told[0]).toBe('sync -f /');
  expect(told).toContain('LifecycleActionResult=CONTINUE');
});

test('notes of the boot, which held settings, are gone afterwards', () => {
  const folder = temporaryFolder();

  boot(folder, 'exit 1');

  expect(existsSync(join(folder, 'run/site'))).toBe(false);
});

test('an instance outside an Auto Scaling group has no hook to complete', () => {
  const folder = temporaryFolder();
  const lonely = CURL.replace('echo web-1', 'exit 22');

  const ran = runFunctions(folder, 'connect; complete CONTINUE', { curl: lonely });

  expect(ran).toMatchObject({ status: 0 });
  expect(ran.stderr).toContain('not in an Auto Scaling group');
  expect(existsSync(join(folder, 'hook'))).toBe(false);
});

test('a good boot lets the instance into service', () => {
  const folder = temporaryFolder();

  const ran = runFunctions(folder, 'connect; complete CONTINUE', { curl: CURL });

  expect(ran).toMatchObject({ status: 0 });
  expect(hook(folder)).toContain('LifecycleActionResult=CONTINUE');
});

test('a deployment that fails goes back to the release before it', () => {
  const folder = temporaryFolder();
  const calls = `mkdir "$RELEASES/r1" "$RELEASES/r2"; switch_release "$RELEASES/r2"; undo_switch "$RELEASES/r1"; served_release`;

  const ran = runFunctions(folder, calls, { systemctl: SYSTEMCTL });

  expect(ran.stdout).toBe(`${folder}/srv/site/releases/r1\n`);
  expect(readFileSync(join(folder, 'systemctl'), 'utf8')).toBe('reload php8.4-fpm\n');
});

test('a late mount target is waited for', () => {
  const folder = temporaryFolder();
  const timeout = 'n=$(cat "$FAKE/tries" 2>/dev/null || echo 0); echo $((n + 1)) >"$FAKE/tries"; [ "$n" -ge 2 ]';

  const ran = runFunctions(folder, 'wait_for_mount_target fs-1', { timeout, sleep: '' });

  expect(ran).toMatchObject({ status: 0 });
  expect(ran.stderr.match(/waiting for the mount target of fs-1/g)).toHaveLength(1);
});

test.each([
  ['site-cron.timer', 'is-enabled -q site-cron.timer\nstart site-cron.timer\n'],
  ['', ''],
])("the application's units %p are started at the end", (units, told) => {
  const folder = temporaryFolder();

  const ran = runFunctions(folder, `UNITS='${units}'; start_units`, { systemctl: SYSTEMCTL });

  expect(ran.status).toBe(0);
  expect(existsSync(join(folder, 'systemctl')) ? readFileSync(join(folder, 'systemctl'), 'utf8') : '').toBe(told);
});
