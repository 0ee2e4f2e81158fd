import { gunzipSync } from 'node:zlib';
import { blocks, block, defaultAssembly, defaultModel, ENVIRONMENTS } from './support/assemblies';
import {
  BOOT_TIMEOUT_SECONDS,
  HEALTH_PATH,
  INSTANCE_PORT,
  LAUNCH_HOOK_NAME,
  OPTIONAL_SITE_PARAMETERS,
  SITE_PARAMETERS,
  siteParameterPath,
  userData,
  type SiteParameter,
} from '../../src/bootstrap';
import { ENVIRONMENT } from '../../src/data/database-user/handler/settings';
import type { LabModel } from '../../src/lab/model/lab-model';
import { PROVISIONER_VARIABLES } from '../../src/lab/model/read-database';
import { readLabModel } from '../../src/lab/model/read-lab-model';
import { PART_SETTINGS } from '../../src/lab/model/settings';
import { findEnvironment } from '../../stacks/environments';

describe.each(ENVIRONMENTS)('the model of %s', (name) => {
  const model = defaultModel(name);
  const { accountId, region, fleet, domain } = findEnvironment(name);

  it('is of the place and the environment that were synthesized', () => {
    expect(model).toMatchObject({ environment: name, system: 'wordpress', region, accountId });
  });

  it('boots the very user data that the launch template holds', () => {
    expect(gunzipSync(model.userData).toString()).toBe(userData({ family: fleet.image.family }));
  });

  it('shows instances the tags, the role and the metadata service that they get on AWS', () => {
    expect(model.instance.tags).toMatchObject({ system: 'wordpress', environment: name, role: 'web' });
    expect(model.instance.tags.settings).toMatch(/^[0-9a-f]{64}$/);
    expect(model.instance.tags['aws:autoscaling:groupName']).toBe(model.fleet.groupName);
    expect(model.instance).toMatchObject({ hopLimit: 1, tokensRequired: true, tagsInMetadata: true });
    expect(model.instance.roleName).toBe(model.seed.role.name);
    expect(model.instance.zones).toEqual(findEnvironment(name).availabilityZones);
  });

  it('waits at the launch hook that the bootstrap completes', () => {
    expect(model.fleet).toMatchObject({
      lifecycleHook: LAUNCH_HOOK_NAME,
      bootSeconds: BOOT_TIMEOUT_SECONDS,
      defaultResult: 'ABANDON',
      minSize: fleet.minSize,
    });
  });

  it('has a balancer that checks the path the instances answer, with the timing of the target group', () => {
    expect(model.balancer).toMatchObject({
      port: INSTANCE_PORT,
      healthPath: HEALTH_PATH,
      healthMatcher: '200',
      intervalSeconds: 15,
      timeoutSeconds: 5,
      healthyThreshold: 2,
      unhealthyThreshold: 3,
      idleSeconds: 120,
      deregistrationSeconds: 120,
      listenerPorts: domain === undefined ? [80] : [80, 443],
      hostNames: domain === undefined ? [] : [domain.name],
    });
  });

  it('names the parts as AWS names them', () => {
    expect(model.database.host).toMatch(new RegExp(`^wordpress-${name}-database\\.[0-9a-f]{12}\\.${region}\\.rds\\.`));
    expect(model.files?.host).toMatch(new RegExp(`^fs-[0-9a-f]{17}\\.efs\\.${region}\\.amazonaws\\.com$`));
    expect(model.balancer.dnsName).toMatch(new RegExp(`^wordpress-${name}-\\d+\\.${region}\\.elb\\.amazonaws\\.com$`));
  });

  it('has a database that wants TLS, and files behind an access point that refuse to go without', () => {
    expect(model.database).toMatchObject({ port: 3306, name: 'wordpress', user: 'wordpress', requireTls: true });
    expect(model.files).toMatchObject({
      accessPointPath: '/uploads',
      posixUser: { uid: 33, gid: 33 },
      requireTls: true,
    });
  });

  it('seeds every parameter that an instance reads, and nothing with an open reference', () => {
    const names = Object.keys(SITE_PARAMETERS) as SiteParameter[];
    const seeded = model.seed.parameters.map((parameter) => parameter.name);

    expect(OPTIONAL_SITE_PARAMETERS.length).toBeLessThan(names.length);
    expect(seeded.sort()).toEqual(
      names.map((each) => siteParameterPath({ system: 'wordpress', environment: name }, each)).sort(),
    );
    expect(JSON.stringify(model.seed)).not.toContain('${');
  });

  it('seeds the secrets under the ARNs that the parameters name', () => {
    const value = (setting: string): string | undefined =>
      model.seed.parameters.find((parameter) => parameter.name.endsWith(`/${setting}`))?.value;
    const arns = model.seed.secrets.map(({ arn }) => arn);

    expect(arns).toEqual(expect.arrayContaining([value('database-secret-arn'), value('salts-secret-arn')]));
    expect(arns).toContain(model.provisioner?.variables.MASTER_SECRET_ARN);
  });
});

describe('what the model restates of other rooms', () => {
  it('is what the instances read', () => {
    expect(Object.keys(SITE_PARAMETERS)).toEqual(expect.arrayContaining(Object.values(PART_SETTINGS)));
  });

  it('is what the function that makes the database user reads', () => {
    expect(Object.values(ENVIRONMENT)).toEqual(expect.arrayContaining(Object.values(PROVISIONER_VARIABLES)));
  });
});

describe('a change in the stacks', () => {
  const TARGETS = 'aws_lb_target_group';
  it.each<[string, string, string, (found: Record<string, unknown>) => void, (model: LabModel) => unknown, unknown]>([
    [
      'health check path',
      'web',
      TARGETS,
      (it) => set(it, 'health_check', 'path', '/other'),
      (m) => m.balancer.healthPath,
      '/other',
    ],
    ['port of the targets', 'web', TARGETS, (it) => (it.port = 8080), (m) => m.balancer.port, 8080],
    [
      'deregistration delay',
      'web',
      TARGETS,
      (it) => (it.deregistration_delay = '7'),
      (m) => m.balancer.deregistrationSeconds,
      7,
    ],
    [
      'algorithm',
      'web',
      TARGETS,
      (it) => (it.load_balancing_algorithm_type = 'round_robin'),
      (m) => m.balancer.algorithm,
      'round_robin',
    ],
    [
      'stickiness',
      'web',
      TARGETS,
      (it) => set(it, 'stickiness', 'enabled', true),
      (m) => m.balancer.stickySeconds,
      86_400,
    ],
    ['idle timeout', 'web', 'aws_lb', (it) => (it.idle_timeout = 60), (m) => m.balancer.idleSeconds, 60],
    [
      'forwarded header',
      'web',
      'aws_lb',
      (it) => (it.xff_header_processing_mode = 'remove'),
      (m) => m.balancer.forwardedFor,
      'remove',
    ],
    [
      'hook timeout',
      'web',
      'aws_autoscaling_lifecycle_hook',
      (it) => (it.heartbeat_timeout = 600),
      (m) => m.fleet.bootSeconds,
      600,
    ],
    [
      'hop limit',
      'web',
      'aws_launch_template',
      (it) => set(it, 'metadata_options', 'http_put_response_hop_limit', 2),
      (m) => m.instance.hopLimit,
      2,
    ],
    [
      'tags in metadata',
      'web',
      'aws_launch_template',
      (it) => set(it, 'metadata_options', 'instance_metadata_tags', 'disabled'),
      (m) => m.instance.tagsInMetadata,
      false,
    ],
    ['port of the database', 'data', 'aws_db_instance', (it) => (it.port = 3307), (m) => m.database?.port, 3307],
    [
      'TLS of the database',
      'data',
      'aws_db_parameter_group',
      (it) => (it.parameter = []),
      (m) => m.database?.requireTls,
      false,
    ],
    [
      'access point',
      'data',
      'aws_efs_access_point',
      (it) => set(it, 'root_directory', 'path', '/x'),
      (m) => m.files?.accessPointPath,
      '/x',
    ],
    [
      'policy of the files',
      'data',
      'aws_efs_file_system_policy',
      (it) => (it.policy = '{"Statement":[]}'),
      (m) => m.files?.requireTls,
      false,
    ],
    ['user data', 'web', 'aws_launch_template', (it) => (it.user_data = 'aGk='), (m) => m.userData.toString(), 'hi'],
  ])('of %s changes the model', (_what, stack, type, change, read, expected) => {
    const assembly = defaultAssembly('production');
    change(block(assembly, stack, type));

    expect(read(readLabModel(assembly))).toEqual(expected);
  });

  it('that leaves out a setting leaves out its part', () => {
    const assembly = defaultAssembly('production');
    Object.assign(blocks(assembly, 'web', 'aws_ssm_parameter')['Setting-file-system-id'] ?? {}, { name: '/elsewhere' });

    expect(readLabModel(assembly).files).toBeUndefined();
  });
});

describe('stacks that the lab cannot be built from', () => {
  it('are refused when there is no fleet', () => {
    const { directory, stacks } = defaultAssembly('production');
    const assembly = { directory, stacks: stacks.filter(({ name }) => name !== 'web') };

    expect(() => readLabModel(assembly)).toThrow(
      "the lab needs exactly one 'aws_autoscaling_group', got none; synthesize a site with one fleet",
    );
  });

  it('are refused when the database is none of theirs', () => {
    const assembly = defaultAssembly('production');
    const parameters = blocks(assembly, 'web', 'aws_ssm_parameter');
    (parameters['Setting-database-host'] ?? {}).insecure_value = 'old.example.com';

    expect(() => readLabModel(assembly)).toThrow(
      "'web: aws_ssm_parameter.Setting-database-host.insecure_value' must refer to an 'aws_db_instance' of these stacks, " +
        'got something else; the lab has nothing that exists already',
    );
  });

  it('are refused when no hook waits for a boot', () => {
    const assembly = defaultAssembly('production');
    Object.assign(block(assembly, 'web', 'aws_autoscaling_lifecycle_hook'), { autoscaling_group_name: 'another' });
    block(assembly, 'web', 'aws_autoscaling_group').initial_lifecycle_hook = [];

    expect(() => readLabModel(assembly)).toThrow('has no launch hook, so that nothing waits for a boot');
  });
});

function set(found: Record<string, unknown>, member: string, name: string, value: unknown): void {
  (found[member] as Record<string, unknown>)[name] = value;
}
