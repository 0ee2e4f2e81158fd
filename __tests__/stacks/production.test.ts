import type { Attributes } from '../../src/testing';
import { findEnvironment } from '../../stacks/environments';
import { everywhere, synthesizeEnvironment } from './support';

const environment = findEnvironment('production');
const stacks = synthesizeEnvironment(environment);
const all = (type: string): readonly Attributes[] => everywhere(stacks, type).map(({ attributes }) => attributes);

describe('a production plan', () => {
  test('has a Multi-AZ database that nobody deletes by mistake', () => {
    expect(stacks.data.only('aws_db_instance')).toMatchObject({
      multi_az: true,
      storage_encrypted: true,
      publicly_accessible: false,
      deletion_protection: true,
      skip_final_snapshot: false,
      manage_master_user_password: true,
      lifecycle: { prevent_destroy: true },
    });
  });

  test('spreads the fleet over the private tier of every zone', () => {
    const fleet = stacks.web.only('aws_autoscaling_group');
    expect(fleet['vpc_zone_identifier']).toHaveLength(environment.availabilityZones.length);
    expect(fleet['min_size']).toBeGreaterThanOrEqual(2);
  });

  test('has one NAT gateway a zone', () => {
    expect(stacks.foundation.count('aws_nat_gateway')).toBe(environment.availabilityZones.length);
  });

  test('lets the internet in at ports 80 and 443 of the load balancer only', () => {
    const open = everywhere(stacks, 'aws_vpc_security_group_ingress_rule').filter(
      ({ attributes }) => attributes['referenced_security_group_id'] === undefined,
    );

    const rules = open.map(({ attributes }) => [
      attributes['cidr_ipv4'],
      attributes['from_port'],
      attributes['to_port'],
    ]);
    expect(rules.sort()).toEqual([
      ['0.0.0.0/0', 443, 443],
      ['0.0.0.0/0', 80, 80],
    ]);
    expect(open.every(({ attributes }) => /LoadBalancer/.test(String(attributes['security_group_id'])))).toBe(true);
  });

  test('gives public addresses to nothing outside the public tier', () => {
    expect(all('aws_subnet').filter((subnet) => subnet['map_public_ip_on_launch'] === true)).toEqual([]);
    const [template] = all('aws_launch_template');
    expect(template).toMatchObject({ network_interfaces: [{ associate_public_ip_address: 'false' }] });
    expect(all('aws_lb')).toHaveLength(1);
  });

  test('encrypts everything at rest', () => {
    expect(all('aws_efs_file_system').every((files) => files['encrypted'] === true && files['kms_key_id'])).toBe(true);
    expect(all('aws_s3_bucket_server_side_encryption_configuration')).toHaveLength(all('aws_s3_bucket').length);
    expect(all('aws_cloudwatch_log_group').every((group) => group['kms_key_id'] !== undefined)).toBe(true);
    expect(all('aws_sns_topic').every((topic) => topic['kms_master_key_id'] !== undefined)).toBe(true);
    expect(all('aws_secretsmanager_secret').every((secret) => secret['kms_key_id'] !== undefined)).toBe(true);
    const [template] = all('aws_launch_template');
    expect(template).toMatchObject({ block_device_mappings: [{ ebs: { encrypted: 'true' } }] });
  });

  test('keeps every bucket private', () => {
    const blocks = all('aws_s3_bucket_public_access_block');
    expect(blocks).toHaveLength(all('aws_s3_bucket').length);
    for (const block of blocks) {
      expect(block).toMatchObject({
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      });
    }
  });

  test('lets every role hold exactly the policies that its stack gives it', () => {
    const roles = Object.values(stacks).flatMap((stack) => {
      const given = (type: string, role: string, attribute: string) =>
        stack.list(type).flatMap((each) => (each['role'] === role ? [each[attribute]] : []));
      const listed = (type: string, role: string, attribute: string) =>
        stack.list(type).flatMap((each) => (each['role_name'] === role ? [each[attribute]] : []));
      return Object.keys(stack.resources('aws_iam_role')).map((name) => {
        const role = `\${aws_iam_role.${name}.name}`;
        expect({
          names: listed('aws_iam_role_policies_exclusive', role, 'policy_names'),
          arns: listed('aws_iam_role_policy_attachments_exclusive', role, 'policy_arns'),
        }).toEqual({
          names: [given('aws_iam_role_policy', role, 'name')],
          arns: [given('aws_iam_role_policy_attachment', role, 'policy_arn')],
        });
        return role;
      });
    });
    expect(roles).toHaveLength(5);
  });

  test('has a retention for every log group', () => {
    const groups = all('aws_cloudwatch_log_group');
    expect(groups.length).toBeGreaterThan(5);
    expect(groups.filter((group) => !(Number(group['retention_in_days']) > 0))).toEqual([]);
  });

  test('keeps what holds data from being destroyed', () => {
    const stateful = [
      'aws_db_instance',
      'aws_efs_file_system',
      'aws_s3_bucket',
      'aws_kms_key',
      'aws_secretsmanager_secret',
    ];
    const loose = stateful
      .flatMap(all)
      .filter((resource) => (resource['lifecycle'] as Attributes | undefined)?.['prevent_destroy'] !== true);
    expect(loose).toEqual([]);
  });

  test('has no data source but remote state, and no secret among its outputs', () => {
    for (const stack of Object.values(stacks)) {
      expect(Object.keys(stack.json['data'] ?? {}).filter((type) => type !== 'terraform_remote_state')).toEqual([]);
      const names = Object.keys(stack.outputs()).filter((name) => !name.startsWith('cross-stack-output-'));
      expect(names.filter((name) => /password|secret|salt|key/i.test(name))).toEqual([]);
    }
  });
});
