import {
  LOG_FILES,
  LOG_GROUPS,
  OPTIONAL_SITE_PARAMETERS,
  RELEASE_NAME_PATTERN,
  releaseLayout,
  SITE_PARAMETERS,
  siteParameterPath,
  siteParameterRoot,
} from '../../src/bootstrap';
import { instanceFile } from './support';

const scope = { system: 'wordpress', environment: 'staging' };
const release = { app: 'wordpress', environment: 'staging' };

test('parameters lie below the system and the environment', () => {
  expect(siteParameterRoot(scope)).toBe('/wordpress/staging');
  expect(siteParameterPath(scope, 'site-url')).toBe('/wordpress/staging/site-url');
});

test('the bootstrap reads every declared parameter and no other', () => {
  const program = instanceFile('/opt/site/instance');
  const php = instanceFile('/opt/site/wp-config.php') + instanceFile('/opt/site/database.php');
  const read = [
    ...program.matchAll(/(?:\$\((?:optional_)?setting|^ *secret) ([a-z]+(?:-[a-z]+)*)/gm),
    ...php.matchAll(/\$settings\['([a-z-]+)'\]/g),
  ].map(([, name]) => name);

  expect([...new Set(read)].sort()).toEqual(Object.keys(SITE_PARAMETERS).sort());
});

test('parameters that may be absent are read as optional', () => {
  const program = instanceFile('/opt/site/instance');
  const wpConfig = instanceFile('/opt/site/wp-config.php');

  for (const name of OPTIONAL_SITE_PARAMETERS.filter((each) => each !== 'file-system-id' && each !== 'media-bucket')) {
    expect(program).toContain(`optional_setting ${name}`);
  }
  expect(wpConfig).toContain("isset($settings['media-bucket'])");
});

test('every log group has its file in the agent configuration, below a prefix set at boot', () => {
  const config = JSON.parse(instanceFile('/opt/site/cloudwatch-agent.json')) as {
    logs: { logs_collected: { files: { collect_list: { log_group_name: string; file_path: string }[] } } };
  };
  const list = config.logs.logs_collected.files.collect_list;

  expect(list.map((each) => each.log_group_name)).toEqual(LOG_GROUPS.map((suffix) => `@prefix@/${suffix}`));
  expect(list.map((each) => each.file_path)).toEqual(LOG_GROUPS.map((suffix) => LOG_FILES[suffix]));
});

test('a release has its code, checksum and settings beside each other', () => {
  expect(releaseLayout.current(release)).toBe('wordpress/staging/current');
  expect(releaseLayout.code(release, 'r42')).toBe('wordpress/staging/r42/code.tar.gz');
  expect(releaseLayout.checksum(release, 'r42')).toBe('wordpress/staging/r42/code.tar.gz.sha256');
  expect(releaseLayout.env(release, 'r42')).toBe('wordpress/staging/r42/env');
  expect(releaseLayout.overlay(release, 'role', 'web')).toBe('wordpress/staging/overlays/role/web.sh');
  expect(releaseLayout.databaseCa(release)).toBe('wordpress/staging/database-ca.pem');
  expect(releaseLayout.agent(release, 'amazon-ssm-agent.deb')).toBe('wordpress/staging/agents/amazon-ssm-agent.deb');
});

test.each(['r42', 'v1.2.3', '2026-11-21_a'])('%s is the name of a release', (name) => {
  expect(name).toMatch(new RegExp(RELEASE_NAME_PATTERN));
});

test.each(['', '..', '.hidden', 'a/b', 'a b', 'x'.repeat(64)])('%p is not the name of a release', (name) => {
  expect(name).not.toMatch(new RegExp(RELEASE_NAME_PATTERN));
});
