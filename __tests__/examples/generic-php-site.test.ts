import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import { phpSite } from '../../examples/generic-php-site/application';
import { SiteStack, type SiteStackProps } from '../../examples/generic-php-site/site-stack';
import { instanceFiles, userData } from '../../src/bootstrap';
import { readLabModel } from '../../src/lab/model/read-lab-model';
import { readAssembly } from '../../src/terraform/assembly';
import { synthesize } from '../../src/testing';

const PROPS: SiteStackProps = {
  environment: 'test',
  accountId: '123456789012',
  region: 'eu-west-1',
  availabilityZones: ['eu-west-1a', 'eu-west-1b'],
  cidrBlock: '10.40.0.0/16',
};
const site = synthesize(new SiteStack(new App(), 'site', PROPS));

test('needs neither database nor shared files', () => {
  const types = Object.keys(site.json['resource'] as object);

  expect(types.filter((type) => /^aws_(db|efs|secretsmanager)_/.test(type))).toEqual([]);
});

test('has the same fleet as WordPress: two instances, a launch hook, the shallow health check', () => {
  expect(site.only('aws_autoscaling_group')).toMatchObject({ min_size: 2, health_check_type: 'ELB' });
  expect(site.only('aws_autoscaling_lifecycle_hook')).toMatchObject({ default_result: 'ABANDON' });
  expect(site.only('aws_lb_target_group')).toMatchObject({ health_check: { path: '/healthz' } });
});

test('tells instances every setting that a boot without database and shared files reads', () => {
  const names = site.list('aws_ssm_parameter').map(({ name }) => name);

  expect(names).toEqual(
    ['app', 'auto-scaling-group', 'host-names', 'releases-bucket', 'site-url'].map((name) => `/php-site/test/${name}`),
  );
});

test('boots without a mount and without a line of WordPress', () => {
  const text = userData({ family: 'debian-13', application: phpSite });
  const paths = instanceFiles({ family: 'debian-13', application: phpSite }).map(({ path }) => path);

  expect(text).toContain("SHARED_FOLDERS=''");
  expect(text).not.toMatch(/wp-|wordpress/i);
  expect(paths).toContain('/opt/site/health.php');
  expect(paths.filter((path) => path.includes('efs'))).toEqual([]);
});

test('is an environment that the boot lab can boot', () => {
  const directory = mkdtempSync(join(tmpdir(), 'php-site-'));
  const app = new App({ outdir: directory, stackTraces: false });
  new SiteStack(app, 'site', PROPS);
  app.synth();

  const model = readLabModel(readAssembly(directory));

  expect(model).toMatchObject({ system: 'php-site', environment: 'test', seed: { secrets: [] } });
  expect([model.database, model.files]).toEqual([undefined, undefined]);
  expect(model.packetFilters.filter(({ to }) => to === 'database' || to === 'files')).toEqual([]);
  rmSync(directory, { recursive: true });
});
