import { ValidationError } from '../../src/core/errors';
import { KEY_ARN, network, networkJson } from './support';

const json = networkJson();

describe('Network', () => {
  test('answers DNS names, which mount targets and endpoints need', () => {
    expect(json.only('aws_vpc')).toMatchObject({
      cidr_block: '10.0.0.0/16',
      enable_dns_hostnames: true,
      enable_dns_support: true,
    });
  });

  test('holds a subnet of each tier in every zone and gives none a public address', () => {
    const subnets = json.list('aws_subnet').map((subnet) => [subnet['availability_zone'], subnet['cidr_block']]);

    expect(subnets).toEqual([
      ['eu-west-1a', '10.0.40.0/24'],
      ['eu-west-1b', '10.0.41.0/24'],
      ['eu-west-1a', '10.0.0.0/22'],
      ['eu-west-1b', '10.0.4.0/22'],
      ['eu-west-1a', '10.0.32.0/24'],
      ['eu-west-1b', '10.0.33.0/24'],
    ]);
    expect(json.list('aws_subnet').map((subnet) => subnet['map_public_ip_on_launch'])).toEqual(Array(6).fill(false));
  });

  test.each([2, 3, 4])('spreads every tier over %d zones', (count) => {
    const availabilityZones = ['a', 'b', 'c', 'd'].slice(0, count).map((letter) => `eu-west-1${letter}`);
    const made = networkJson({ availabilityZones });

    expect(made.count('aws_subnet')).toBe(3 * count);
    expect(made.count('aws_nat_gateway')).toBe(count);
    expect(new Set(made.list('aws_subnet').map((subnet) => subnet['cidr_block'])).size).toBe(3 * count);
  });

  test('publishes what other constructs place themselves by', () => {
    const made = network();

    expect([made.cidrBlock, made.availabilityZones]).toEqual(['10.0.0.0/16', ['eu-west-1a', 'eu-west-1b']]);
    expect(made.tierCidrBlock('isolated')).toBe('10.0.40.0/21');
    expect(made.subnets('public')).toMatchObject([
      { availabilityZone: 'eu-west-1a', cidrBlock: '10.0.32.0/24' },
      { availabilityZone: 'eu-west-1b', cidrBlock: '10.0.33.0/24' },
    ]);
    expect(Object.keys(made.natAddresses)).toEqual(['eu-west-1a', 'eu-west-1b']);
  });

  test('empties the default security group for good', () => {
    expect(json.only('aws_default_security_group')).toMatchObject({ ingress: [], egress: [] });
  });

  test('empties the default network ACL whatever subnets come to it', () => {
    const acl = json.only('aws_default_network_acl');

    expect([acl['ingress'], acl['egress']]).toEqual([undefined, undefined]);
    expect(acl['lifecycle']).toEqual({ ignore_changes: ['subnet_ids'] });
  });

  test('puts every subnet under the ACL of its tier, with entries inside the ACL', () => {
    const acls = json.list('aws_network_acl');

    expect(acls).toHaveLength(3);
    for (const acl of acls) expect(acl['subnet_ids']).toHaveLength(2);
    expect(json.count('aws_network_acl_rule')).toBe(0);
    expect(acls[0]).toMatchObject({
      ingress: [
        { rule_no: 100, action: 'allow', protocol: 'tcp', cidr_block: '10.0.0.0/19', from_port: 3306, to_port: 3306 },
        { rule_no: 101, action: 'allow', protocol: 'tcp', cidr_block: '10.0.0.0/19', from_port: 2049, to_port: 2049 },
      ],
      egress: [
        { rule_no: 200, action: 'allow', protocol: 'tcp', cidr_block: '10.0.0.0/19', from_port: 1024, to_port: 65535 },
      ],
    });
  });

  test('opens the data ports asked for', () => {
    const [isolated] = networkJson({ dataPorts: [6379] }).list('aws_network_acl');

    expect(isolated).toMatchObject({ ingress: [{ from_port: 6379, to_port: 6379 }] });
  });

  test.each([[[0]], [[65536]], [[3306, 3306]], [[1.5]], [[...Array(11).keys()].map((n) => n + 1)]])(
    'refuses the data ports %p',
    (dataPorts) => {
      expect(() => network({ dataPorts })).toThrow(
        `'dataPorts' must be at most 10 different whole numbers from 1 to 65535, got ${dataPorts.join(', ')}; ` +
          'correct the list\n  in test/Network (Network)',
      );
    },
  );

  test('says where a range or zone is wrong', () => {
    expect(() => network({ cidrBlock: '10.0.0.0/24' })).toThrow(ValidationError);
    expect(() => network({ cidrBlock: '10.0.0.0/24' })).toThrow(
      "'cidrBlock' must be /16 to /19, got '10.0.0.0/24'; choose such a range\n  in test/Network (Network)",
    );
    expect(() => network({ availabilityZones: [] })).toThrow(ValidationError);
  });

  test('uses no data source', () => {
    expect(json.json['data']).toBeUndefined();
  });
});

describe('flow logs', () => {
  test('record refused connections every ten minutes', () => {
    expect(json.only('aws_flow_log')).toMatchObject({ traffic_type: 'REJECT', max_aggregation_interval: 600 });
  });

  test('are kept encrypted for the days asked for', () => {
    expect(json.only('aws_cloudwatch_log_group')).toMatchObject({
      name: '/wordpress/production/vpc-flow-logs',
      retention_in_days: 90,
      kms_key_id: KEY_ARN,
    });
  });

  test("have a role for this account's flow logs only, and for their log group only", () => {
    const trust = JSON.parse(String(json.only('aws_iam_role')['assume_role_policy'])) as unknown;
    const [group] = Object.keys(json.resources('aws_cloudwatch_log_group'));
    const policy = JSON.parse(String(json.only('aws_iam_role_policy')['policy'])) as unknown;

    expect(trust).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
        },
      ],
    });
    expect(policy).toMatchObject({
      Statement: [
        {
          Resource: [`\${aws_cloudwatch_log_group.${group}.arn}`, `\${aws_cloudwatch_log_group.${group}.arn}:*`],
        },
      ],
    });
  });

  test('put the permissions boundary on their role', () => {
    const permissionsBoundaryArn = 'arn:aws:iam::123456789012:policy/boundary';

    expect(json.only('aws_iam_role')['permissions_boundary']).toBeUndefined();
    expect(networkJson({ permissionsBoundaryArn }).only('aws_iam_role')).toMatchObject({
      permissions_boundary: permissionsBoundaryArn,
    });
  });
});
