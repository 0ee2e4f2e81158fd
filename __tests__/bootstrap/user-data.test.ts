import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { UserError } from '../../src/core/errors';
import {
  type Application,
  compressUserData,
  HEALTH_DEEP_PATH,
  HEALTH_PATH,
  instanceFiles,
  LAUNCH_HOOK_NAME,
  PHP_DEFAULTS,
  USER_DATA_LIMIT_BYTES,
  userData,
  wordpress,
} from '../../src/bootstrap';
import { instanceFile } from './support';

const families = ['debian-13', 'amazon-linux-2023'] as const;

describe.each(families)('user data for %s', (family) => {
  const text = userData({ family });

  test('is a cloud-config', () => {
    expect(text.startsWith('#cloud-config\n')).toBe(true);
  });

  test('has at most 16384 bytes as EC2 gets it', () => {
    expect(compressUserData(text).length).toBeLessThanOrEqual(USER_DATA_LIMIT_BYTES);
  });

  test('compresses to the same bytes every time and back to itself', () => {
    expect(compressUserData(text)).toEqual(compressUserData(userData({ family })));
    expect(gunzipSync(compressUserData(text)).toString('utf8')).toBe(text);
  });

  test('names no environment, account, region or address of one', () => {
    expect(text).not.toMatch(/\b\d{12}\b/);
    expect(text).not.toMatch(/\b(eu|us|ap|sa|ca|af|me)-(north|south|east|west|central)[a-z]*-\d/);
    expect(text).not.toMatch(/arn:aws|production|staging|development/);
    expect(text).not.toMatch(/\b(fs|fsap|vpc|sg|ami|i)-[0-9a-f]{8,}/);
  });

  test('holds nothing that Terraform would fill in', () => {
    expect(text).not.toMatch(/TfToken/);
  });

  test('runs one command, the boot', () => {
    expect(text.slice(text.indexOf('\nruncmd:'))).toBe('\nruncmd:\n- [/opt/site/instance, boot]\n');
  });
});

test('carries every file byte for byte', () => {
  const text = userData({ family: 'debian-13' });

  for (const { path, content } of instanceFiles({ family: 'debian-13' })) {
    const start = text.indexOf(`- path: ${path}\n`);
    const block = text.slice(text.indexOf('  content: |\n', start) + '  content: |\n'.length);
    const lines = content
      .slice(0, -1)
      .split('\n')
      .map((line) => (line === '' ? '' : `    ${line}`));
    expect(start).toBeGreaterThan(0);
    expect(block.startsWith(`${lines.join('\n')}\n`)).toBe(true);
  }
});

test('is refused beyond 16384 bytes with the count, the limit and the way out', () => {
  const noise = Array.from({ length: 9000 }, (_, index) => Math.imul(index, 2654435761) >>> 0).join('\n');
  const application: Application = {
    ...wordpress,
    files: () => [{ path: '/opt/site/noise', permissions: '0644', content: `${noise}\n` }],
  };

  expect(() => userData({ family: 'debian-13', application })).toThrow(
    /^user data must not exceed 16384 bytes compressed, got \d{5}; move files of the 'application' into its release/,
  );
});

test('an unknown family is refused with the known ones', () => {
  const family = 'debian-12' as 'debian-13';

  expect(() => userData({ family })).toThrow(
    new UserError("'family' must be 'debian-13' or 'amazon-linux-2023', got 'debian-12'; choose one of these"),
  );
});

test.each([0, 4001, 1.5, NaN])('an idle timeout of %p seconds is refused', (loadBalancerIdleSeconds) => {
  expect(() => userData({ family: 'debian-13', loadBalancerIdleSeconds })).toThrow(
    `'loadBalancerIdleSeconds' must be a whole number from 1 to 4000, got ${loadBalancerIdleSeconds}; ` +
      'give the idle timeout of the load balancer',
  );
});

test('keeps connections five seconds longer than the load balancer', () => {
  expect(instanceFile('/opt/site/nginx.conf')).toContain('keepalive_timeout 125s;');
  expect(instanceFile('/opt/site/nginx.conf', { family: 'debian-13', loadBalancerIdleSeconds: 60 })).toContain(
    'keepalive_timeout 65s;',
  );
});

test('PHP has the documented limits', () => {
  const ini = instanceFile('/opt/site/php.ini');

  expect(ini).toContain(
    'max_execution_time = 300\nmax_input_vars = 5000\nmemory_limit = 256M\nupload_max_filesize = 64M\n',
  );
  expect(ini).toContain('opcache.memory_consumption = 256\n');
  expect(ini).toContain('opcache.interned_strings_buffer = 16\n');
  expect(ini).toContain('opcache.max_accelerated_files = 20000\n');
  expect(ini).toContain('opcache.validate_timestamps = 0\n');
  expect(ini).toContain('realpath_cache_size = 4096k\nrealpath_cache_ttl = 600\n');
});

test('PHP takes other limits', () => {
  const options = {
    family: 'debian-13',
    php: {
      maxExecutionSeconds: 60,
      maxInputVars: 9000,
      memoryLimitMiB: 512,
      uploadLimitMiB: 200,
      opcacheMemoryMiB: 128,
      opcacheStringsMiB: 8,
      opcacheFiles: 4000,
    },
  } as const;
  const ini = instanceFile('/opt/site/php.ini', options);

  expect(ini).toContain(
    'max_execution_time = 60\nmax_input_vars = 9000\nmemory_limit = 512M\nupload_max_filesize = 200M\n',
  );
  expect(ini).toContain('opcache.memory_consumption = 128\nopcache.interned_strings_buffer = 8\n');
  expect(ini).toContain('opcache.max_accelerated_files = 4000\n');
  expect(instanceFile('/opt/site/nginx.conf', options)).toContain('client_max_body_size 200m;');
  expect(instanceFile('/opt/site/nginx.conf', options)).toContain('fastcgi_read_timeout 60s;');
  expect(instanceFile('/opt/site/php-fpm.conf', options)).toContain('request_terminate_timeout = 90s');
});

test('all limits out of range are named together', () => {
  expect(() =>
    userData({ family: 'debian-13', php: { maxInputVars: 10, memoryLimitMiB: 64, uploadLimitMiB: 64 } }),
  ).toThrow(
    new UserError(
      "'php.maxInputVars' must be a whole number from 1000 to 100000, got 10; choose one of these\n" +
        "'php.uploadLimitMiB' must be below 'php.memoryLimitMiB' (64), got 64; lower it or raise 'php.memoryLimitMiB'",
    ),
  );
});

test('any number either gives user data or a UserError that names the limit', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(PHP_DEFAULTS) as (keyof typeof PHP_DEFAULTS)[])),
      fc.oneof(fc.integer(), fc.double()),
      (name, value) => {
        try {
          expect(instanceFiles({ family: 'debian-13', php: { [name]: value } }).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect((error as UserError).message).toContain(`'php.${name}'`);
        }
      },
    ),
  );
});

test('completes the launch hook of the group and checks both health paths', () => {
  const program = instanceFile('/opt/site/instance');

  expect(program).toContain(`LAUNCH_HOOK='${LAUNCH_HOOK_NAME}'`);
  expect(program).toContain(`HEALTH_PATH='${HEALTH_PATH}'`);
  expect(program).toContain(`HEALTH_DEEP_PATH='${HEALTH_DEEP_PATH}'`);
  expect(program).toContain("BOOT_SECONDS='840'");
});

test('an application without shared folders mounts nothing and needs no tunnel', () => {
  const application: Application = {
    ...wordpress,
    sharedFolders: [],
    packages: { ...wordpress.packages, 'debian-13': [] },
  };
  const paths = instanceFiles({ family: 'debian-13', application }).map(({ path }) => path);
  const program = instanceFile('/opt/site/instance', { family: 'debian-13', application });

  expect(paths).not.toContain('/etc/systemd/system/efs-tunnel.service');
  expect(program).toContain("SHARED_FOLDERS=''");
  expect(program).not.toContain('php8.4-mysql');
  expect(instanceFile('/opt/site/nginx.conf', { family: 'debian-13', application })).not.toContain('uploads');
});
