import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADDRESSES, defaultModel } from './support/assemblies';
import { installed } from './support/installed';
import { PRIVILEGES } from '../../src/data/database-user/handler/grants';
import { databaseConfig, databaseParameters, firstDatabaseSql, followSql } from '../../src/lab/config/database';
import { databaseUserSql, USER_PRIVILEGES } from '../../src/lab/config/database-user';
import { databaseHosts, dnsmasqConfig, serviceNames } from '../../src/lab/config/dnsmasq';
import { awsNames } from '../../src/lab/inside/cloud/aws-front';
import { ganeshaConfig } from '../../src/lab/config/shared-files';
import { temporaryFolder } from '../support/temporary-folder';

const MODEL = defaultModel('production');
const FILES = MODEL.files;
if (FILES === undefined) throw new Error('production has files');
const TLS = { certificate: '/pki/a.crt', key: '/pki/a.key', authority: '/pki/ca.crt' };
const NAMES = { hostsFile: '/lab/hosts', leaseFile: '/lab/leases', names: { 'deb.debian.org': '198.51.100.1' } };

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim());
}

describe('dnsmasqConfig', () => {
  const lines = linesOf(dnsmasqConfig(MODEL, ADDRESSES, NAMES));

  it('gives each node its address by its MAC and nobody else any', () => {
    expect(lines.filter((line) => line.startsWith('dhcp-host='))).toEqual([
      'dhcp-host=02:00:00:00:00:01,10.77.0.101,ip-10-77-0-101',
      'dhcp-host=02:00:00:00:00:02,10.77.0.102,ip-10-77-0-102',
    ]);
    expect(lines).toContain('dhcp-range=10.77.0.101,static,3600');
  });

  it('leads AWS to the front, the site to the balancer and the files to their server', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'address=/amazonaws.com/10.77.0.2',
        'host-record=secretsmanager.eu-west-1.amazonaws.com,10.77.0.2',
        'host-record=wordpress-production-releases-123456789012.s3.eu-west-1.amazonaws.com,10.77.0.2',
        'host-record=www.example.com,10.77.0.10',
        `host-record=${MODEL.balancer.dnsName},10.77.0.10`,
        `host-record=${FILES.host},10.77.0.20`,
        'host-record=deb.debian.org,198.51.100.1',
      ]),
    );
  });

  it('asks nobody outside, and keeps answers for five seconds', () => {
    expect(lines).toEqual(expect.arrayContaining(['no-resolv', 'address=/#/', 'local-ttl=5']));
  });

  it('finds the database in a file that a fail-over changes', () => {
    expect(lines).toContain('addn-hosts=/lab/hosts');
    expect(databaseHosts(MODEL, '10.77.0.32')).toBe(`10.77.0.32 ${MODEL.database.host}\n`);
  });

  it('covers all that a wildcard rule covers', () => {
    const model = { ...MODEL, balancer: { ...MODEL.balancer, hostNames: ['*.example.org'] } };

    expect(dnsmasqConfig(model, ADDRESSES, NAMES)).toContain('address=/example.org/10.77.0.10\n');
  });

  it('knows every service that the role speaks of by its host name', () => {
    expect(serviceNames(MODEL)).toEqual(
      expect.arrayContaining(
        ['ssm', 'autoscaling', 'monitoring', 's3'].map((each) => `${each}.eu-west-1.amazonaws.com`),
      ),
    );
    expect(serviceNames(MODEL).join(' ')).not.toMatch(/cloudwatch\.|(^| )aws\./);
  });
});

describe('the file server', () => {
  it('acts as the user of the access point', () => {
    const config = ganeshaConfig({ ...FILES, posixUser: { uid: 7, gid: 8 } }, '/srv/efs');

    expect(linesOf(config)).toEqual(
      expect.arrayContaining(['Path = /srv/efs;', 'Squash = All_Squash;', 'Anonymous_Uid = 7;', 'Anonymous_Gid = 8;']),
    );
  });

  it('leaves users alone without one', () => {
    const config = ganeshaConfig({ ...FILES, posixUser: undefined }, '/srv/efs');

    expect(linesOf(config)).toContain('Squash = No_Root_Squash;');
  });

  it('is behind its TLS front', () => {
    expect(linesOf(ganeshaConfig(FILES, '/srv/efs'))).toContain('Bind_addr = 127.0.0.1;');
  });
});

describe('the database servers', () => {
  const server = (standby: boolean) =>
    ({ id: standby ? 2 : 1, address: '10.77.0.31', folder: '/db', tls: TLS, standby }) as const;

  it('have of the parameter group what MariaDB knows, and say what not', () => {
    expect(databaseParameters(MODEL.database)).toEqual({
      shown: {
        character_set_server: 'utf8mb4',
        collation_server: 'utf8mb4_uca1400_ai_ci',
        log_output: 'FILE',
        long_query_time: '2',
        require_secure_transport: '1',
        slow_query_log: '1',
      },
      notShown: { character_set_client: 'MariaDB has no parameter of this name in its configuration' },
    });
  });

  it('leave out what is meant for the size of the instance class', () => {
    const parameters = [
      { name: 'innodb_buffer_pool_size', value: '8589934592' },
      { name: 'max_connections', value: '{DBInstanceClassMemory/12582880}' },
    ];

    expect(Object.keys(databaseParameters({ ...MODEL.database, parameters }).notShown)).toEqual([
      'innodb_buffer_pool_size',
      'max_connections',
    ]);
  });

  it('acknowledge a write only when the standby has it, and only the standby takes none', () => {
    const primary = linesOf(databaseConfig(MODEL, server(false)).text);
    const standby = linesOf(databaseConfig(MODEL, server(true)).text);

    expect(primary).toEqual(
      expect.arrayContaining([
        'rpl_semi_sync_master_enabled = 1',
        'rpl_semi_sync_master_wait_point = AFTER_SYNC',
        'read_only = 0',
      ]),
    );
    expect(standby).toEqual(
      expect.arrayContaining([
        'rpl_semi_sync_master_enabled = 0',
        'rpl_semi_sync_slave_enabled = 1',
        'read_only = 1',
        'server_id = 2',
      ]),
    );
    expect(primary).toEqual(
      expect.arrayContaining(['require_secure_transport = 1', 'port = 3306', 'gtid_strict_mode = 1']),
    );
  });

  it('get the master user from the secret that RDS would have made', () => {
    const secret = MODEL.seed.secrets.find(({ name }) => name === MODEL.database.masterSecretName);
    const { username, password } = JSON.parse(secret?.value ?? '') as Record<'username' | 'password', string>;

    expect(firstDatabaseSql(MODEL)[0]).toBe(
      `CREATE USER IF NOT EXISTS '${username}'@'%' IDENTIFIED BY '${password}' REQUIRE SSL`,
    );
    expect(followSql(MODEL, '10.77.0.31')[1]).toContain("MASTER_HOST = '10.77.0.31', MASTER_PORT = 3306");
  });

  it("grant the site's user what its function grants", () => {
    expect(USER_PRIVILEGES).toEqual(PRIVILEGES);
    expect(databaseUserSql(MODEL)[2]).toContain("ON `wordpress`.* TO 'wordpress'@'%'");
  });
});

test('the front of AWS has a certificate for every name that instances ask for', () => {
  const covers = (pattern: string, name: string): boolean =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replace('*', '[^.]+')}$`).test(name);
  const uncovered = serviceNames(MODEL).filter((name) => !awsNames(MODEL.region).some((each) => covers(each, name)));

  expect(uncovered).toEqual([]);
});

(installed('dnsmasq') ? test : test.skip)('dnsmasq takes its configuration', () => {
  const file = join(temporaryFolder(), 'dnsmasq.conf');
  writeFileSync(file, dnsmasqConfig(MODEL, ADDRESSES, NAMES));

  expect(spawnSync('dnsmasq', ['--test', '-C', file]).status).toBe(0);
});
