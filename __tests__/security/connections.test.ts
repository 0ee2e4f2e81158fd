import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { Connections, SecurityGroup, type IConnectable } from '../../src/security';
import { synthesize, testStack } from '../../src/testing';
import { FakeNetwork } from '../support/fake-network';

/** A construct that owns a group and names its rules itself, as a database does. */
class Server extends Construct implements IConnectable {
  readonly connections: Connections;

  constructor(scope: Construct, id: string, port?: number) {
    super(scope, id);
    const network = new FakeNetwork(this);
    const group = new SecurityGroup(this, 'SecurityGroup', { network, name: id, description: id, port });
    this.connections = new Connections(this, group.securityGroupId, port);
  }
}

const INGRESS = 'aws_vpc_security_group_ingress_rule';
const EGRESS = 'aws_vpc_security_group_egress_rule';

describe('Connections', () => {
  test('refers to groups, never to addresses, in both directions', () => {
    const json = synthesize((stack) => {
      new Server(stack, 'Database', 3306).connections.allowFrom(new Server(stack, 'Fleet'), 'MySQL from the fleet');
    });
    const [database, fleet] = Object.keys(json.resources('aws_security_group')).map(
      (name) => `\${aws_security_group.${name}.id}`,
    );
    const common = { ip_protocol: 'tcp', from_port: 3306, to_port: 3306, description: 'MySQL from the fleet' };

    expect(json.only(INGRESS)).toEqual({
      ...common,
      security_group_id: database,
      referenced_security_group_id: fleet,
    });
    expect(json.only(EGRESS)).toEqual({ ...common, security_group_id: fleet, referenced_security_group_id: database });
  });

  test('keeps rules in the client, so that the server refers to nobody', () => {
    const stack = testStack();
    const database = new Server(stack, 'Database', 3306);
    const before = database.node.findAll().length;

    database.connections.allowFrom(new Server(stack, 'Fleet'), 'MySQL');

    expect(database.node.findAll()).toHaveLength(before);
    expect(stack.node.tryFindChild('Fleet')?.node.children.map((child) => child.node.id)).toEqual(
      expect.arrayContaining(['ToDatabaseIngress', 'ToDatabaseEgress']),
    );
  });

  test('makes the stack of the client depend on the stack of the server, and not the other way', () => {
    const app = Testing.app();
    const [data, web] = [new TerraformStack(app, 'data'), new TerraformStack(app, 'web')];
    for (const stack of [data, web]) new AwsProvider(stack, 'aws', { region: 'eu-west-1' });

    new Server(data, 'Database', 3306).connections.allowFrom(new Server(web, 'Fleet'), 'MySQL');

    const [dataJson, webJson] = [synthesize(data), synthesize(web)];
    expect([webJson.count(INGRESS), dataJson.count(INGRESS)]).toEqual([1, 0]);
    expect(webJson.text).toContain('terraform_remote_state');
    expect(dataJson.text).not.toContain('terraform_remote_state');
  });

  test('lets a client reach several servers', () => {
    const json = synthesize((stack) => {
      const fleet = new Server(stack, 'Fleet');
      new Server(stack, 'Database', 3306).connections.allowFrom(fleet, 'MySQL');
      new Server(stack, 'Files', 2049).connections.allowFrom(fleet, 'NFS');
    });

    expect(Object.keys(json.resources(INGRESS))).toEqual([
      expect.stringMatching(/^Fleet_ToDatabaseIngress_/),
      expect.stringMatching(/^Fleet_ToFilesIngress_/),
    ]);
  });

  test('opens a port to the internet', () => {
    const json = synthesize((stack) => {
      new Server(stack, 'LoadBalancer').connections.allowFromInternet(443, 'HTTPS');
    });

    expect(json.only(INGRESS)).toMatchObject({ cidr_ipv4: '0.0.0.0/0', from_port: 443, to_port: 443 });
    expect(json.count(EGRESS)).toBe(0);
  });

  test('opens ports of the internet to the owner', () => {
    const json = synthesize((stack) => {
      const { connections } = new Server(stack, 'Fleet');
      connections.allowToInternet(80, 'Packages');
      connections.allowToInternet(443, 'AWS');
    });

    expect(json.list(EGRESS)).toMatchObject([
      { cidr_ipv4: '0.0.0.0/0', ip_protocol: 'tcp', from_port: 443, to_port: 443 },
      { cidr_ipv4: '0.0.0.0/0', ip_protocol: 'tcp', from_port: 80, to_port: 80 },
    ]);
    expect(json.count(INGRESS)).toBe(0);
  });

  test('fails when nothing listens', () => {
    const stack = testStack();
    const server = new Server(stack, 'Server');

    expect(() => server.connections.allowFrom(new Server(stack, 'Client'), 'x')).toThrow(
      "'port' must be set for others to connect, got none; give the construct a 'port'\n  in test/Server (Server)",
    );
  });

  test.each([0, 65536, 1.5, NaN])('refuses the port %p', (port) => {
    expect(() => new Server(testStack(), 'Server', port)).toThrow(
      `'port' must be a whole number from 1 to 65535, got ${port}; correct it`,
    );
  });

  test.each(['', 'naïve', "it's", 'x'.repeat(256), 'line\nbreak'])('refuses the description %p', (description) => {
    const { connections } = new Server(testStack(), 'Server', 80);

    expect(() => connections.allowFromInternet(80, description)).toThrow(
      "'description' must be 1 to 255 of the characters a-z, A-Z, 0-9, spaces and ._-:/()#,@[]+=&;{}!$*, " +
        `got '${description}'; reword it\n  in test/Server (Server)`,
    );
  });
});

describe('SecurityGroup', () => {
  const group = (description = 'Web servers') =>
    synthesize((stack) => {
      new SecurityGroup(stack, 'Group', { network: new FakeNetwork(stack), name: 'wordpress-test-web', description });
    });

  test('can be replaced while it is in use', () => {
    expect(group().only('aws_security_group')).toEqual({
      vpc_id: 'vpc-1',
      name_prefix: 'wordpress-test-web-',
      description: 'Web servers',
      tags: { Name: 'wordpress-test-web' },
      lifecycle: { create_before_destroy: true },
    });
  });

  test('starts without a rule', () => {
    expect([group().count(INGRESS), group().count(EGRESS)]).toEqual([0, 0]);
  });

  test('connects under its own name', () => {
    const json = synthesize((stack) => {
      const props = { network: new FakeNetwork(stack), name: 'x', description: 'x' };
      const cache = new SecurityGroup(stack, 'Cache', { ...props, port: 6379 });
      cache.connections.allowFrom(new SecurityGroup(stack, 'Client', props), 'Redis');
    });

    expect(Object.keys(json.resources(INGRESS))).toEqual([expect.stringMatching(/^Client_ToCacheIngress_/)]);
  });

  test('refuses a description that EC2 refuses', () => {
    expect(() => group('für das Web')).toThrow("got 'für das Web'; reword it");
  });
});
