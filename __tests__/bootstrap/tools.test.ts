import { join } from 'node:path';
import { phpSite } from '../../examples/generic-php-site/application';
import { instanceFiles, userData, type UserDataOptions } from '../../src/bootstrap';
import { instanceFile, run, testWith, write } from './support';
import { temporaryFolder } from '../support/temporary-folder';

const variants: readonly (readonly [string, UserDataOptions])[] = [
  ['WordPress on debian-13', { family: 'debian-13' }],
  ['WordPress on amazon-linux-2023', { family: 'amazon-linux-2023' }],
  ['the example of another application', { family: 'debian-13', application: phpSite }],
];

describe.each(variants)('for %s', (_name, options) => {
  testWith('cloud-init', 'cloud-init accepts the schema', () => {
    const path = write(join(temporaryFolder(), 'user-data'), userData(options));

    expect(run('cloud-init', ['schema', '--config-file', path])).toMatchObject({ status: 0 });
  });

  testWith('shellcheck', 'shellcheck finds nothing in the program', () => {
    const path = write(join(temporaryFolder(), 'instance'), instanceFile('/opt/site/instance', options));

    expect(run('shellcheck', ['--shell=bash', path])).toMatchObject({ status: 0, stdout: '' });
  });

  testWith('php', 'php parses every script', () => {
    const folder = temporaryFolder();

    for (const { path, content } of instanceFiles(options).filter(({ path: name }) => name.endsWith('.php'))) {
      expect(run('php', ['-l', write(join(folder, path), content)])).toMatchObject({ status: 0 });
    }
  });

  testWith('nginx', 'nginx accepts its configuration with the long name of a load balancer', () => {
    const folder = temporaryFolder();
    const name = `internal-${'a'.repeat(23)}-1234567890.ap-southeast-2.elb.amazonaws.com`;
    write(join(folder, 'site-names.conf'), `server_name ${name} www.example.com;\n`);
    write(join(folder, 'fastcgi_params'), 'fastcgi_param QUERY_STRING $query_string;\n');
    write(join(folder, 'mime.types'), 'types { text/html html; }\n');
    const config = instanceFile('/opt/site/nginx.conf', options)
      .replaceAll('/etc/nginx/', `${folder}/`)
      .replaceAll(/\/(run|var\/log\/nginx)\//g, `${folder}/`)
      .replace(/^user .*$/m, 'user root;')
      .replaceAll('listen 80', 'listen 127.0.0.1:18917');

    const ran = run('nginx', ['-t', '-c', write(join(folder, 'nginx.conf'), config)]);

    expect({ status: ran.status, stderr: ran.stderr }).toEqual({
      status: 0,
      stderr: expect.stringContaining('test is successful') as string,
    });
  });
});
