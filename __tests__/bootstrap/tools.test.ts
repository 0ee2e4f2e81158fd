import { join } from 'node:path';
import { instanceFiles, userData } from '../../src/bootstrap';
import { instanceFile, removeFolders, run, temporaryFolder, testWith, write } from './support';

const families = ['debian-13', 'amazon-linux-2023'] as const;

afterAll(removeFolders);

describe.each(families)('for %s', (family) => {
  testWith('cloud-init', 'cloud-init accepts the schema', () => {
    const path = write(join(temporaryFolder(), 'user-data'), userData({ family }));

    expect(run('cloud-init', ['schema', '--config-file', path])).toMatchObject({ status: 0 });
  });

  testWith('shellcheck', 'shellcheck finds nothing in the program', () => {
    const path = write(join(temporaryFolder(), 'instance'), instanceFile('/opt/site/instance', { family }));

    expect(run('shellcheck', ['--shell=bash', path])).toMatchObject({ status: 0, stdout: '' });
  });

  testWith('php', 'php parses every script', () => {
    const folder = temporaryFolder();

    for (const { path, content } of instanceFiles({ family }).filter(({ path: name }) => name.endsWith('.php'))) {
      expect(run('php', ['-l', write(join(folder, path), content)])).toMatchObject({ status: 0 });
    }
  });

  testWith('nginx', 'nginx accepts its configuration with the long name of a load balancer', () => {
    const folder = temporaryFolder();
    const name = `internal-${'a'.repeat(23)}-1234567890.ap-southeast-2.elb.amazonaws.com`;
    write(join(folder, 'site-names.conf'), `server_name ${name} www.example.com;\n`);
    write(join(folder, 'fastcgi_params'), 'fastcgi_param QUERY_STRING $query_string;\n');
    write(join(folder, 'mime.types'), 'types { text/html html; }\n');
    const config = instanceFile('/opt/site/nginx.conf', { family })
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
