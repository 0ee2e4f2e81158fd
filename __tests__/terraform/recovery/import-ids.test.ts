import { importAttributes, importIdOf, isMadeAgain, plannedImportId } from '../../../src/terraform/recovery/import-ids';

const reader =
  (attributes: Readonly<Record<string, string>>) =>
  (name: string): string | undefined =>
    attributes[name];

describe('importIdOf', () => {
  it('is the id of the object for most types', () => {
    expect(importIdOf('aws_vpc', 'vpc-1', reader({}))).toBe('vpc-1');
  });

  it.each([
    ['aws_db_instance', { identifier: 'site' }, 'site'],
    ['aws_autoscaling_policy', { autoscaling_group_name: 'web', name: 'cpu' }, 'web/cpu'],
    ['aws_autoscaling_lifecycle_hook', { autoscaling_group_name: 'web', name: 'boot' }, 'web/boot'],
    ['aws_autoscaling_schedule', { autoscaling_group_name: 'web', scheduled_action_name: 'night' }, 'web/night'],
    ['aws_route_table_association', { subnet_id: 'subnet-1', route_table_id: 'rtb-1' }, 'subnet-1/rtb-1'],
    ['aws_route', { route_table_id: 'rtb-1', destination_ipv6_cidr_block: '::/0' }, 'rtb-1_::/0'],
    [
      'aws_network_acl_rule',
      { network_acl_id: 'acl-1', rule_number: '100', protocol: 'tcp', egress: 'false' },
      'acl-1:100:tcp:false',
    ],
    ['aws_lambda_permission', { function_name: 'user', statement_id: 'sns' }, 'user/sns'],
    ['aws_cloudwatch_event_target', { event_bus_name: 'default', rule: 'r', target_id: 't' }, 'default/r/t'],
    ['aws_wafv2_web_acl', { name: 'site', scope: 'REGIONAL' }, 'id-1/site/REGIONAL'],
  ])('is composed for %s', (type, attributes: Record<string, string>, id) => {
    expect(importIdOf(type, 'id-1', reader(attributes))).toBe(id);
    expect(Object.keys(attributes).every((name) => importAttributes(type).includes(name))).toBe(true);
  });

  it('is unknown while a part is', () => {
    expect(importIdOf('aws_autoscaling_policy', 'cpu', reader({ name: 'cpu' }))).toBeUndefined();
  });
});

describe('plannedImportId', () => {
  it('is the name for types that are named before they are made', () => {
    expect(plannedImportId('aws_iam_role', reader({ name: 'web' }))).toBe('web');
  });

  it('is unknown when AWS chooses the id', () => {
    expect(plannedImportId('aws_vpc', reader({ name: 'web' }))).toBeUndefined();
  });
});

describe('isMadeAgain', () => {
  it('holds for what has no object of its own', () => {
    expect(isMadeAgain('aws_lambda_invocation')).toBe(true);
    expect(isMadeAgain('aws_iam_role_policies_exclusive')).toBe(true);
    expect(isMadeAgain('aws_db_instance')).toBe(false);
  });
});
