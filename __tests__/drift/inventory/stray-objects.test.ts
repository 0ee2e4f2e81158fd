import { analyzeDrift, inventoryQuestions, type FoundObject, type InventoryQuestion } from '../../../src/drift';
import { INVENTORY_KINDS, recordIdOf } from '../../../src/drift/inventory/inventory-kinds';
import type { JsonObject } from '../../../src/terraform/json';
import { planOf } from '../plan-fixture';

/** The parent and a managed member of each kind, and the id of the member. */
const MEMBERS: Readonly<Record<InventoryQuestion['kind'], readonly [JsonObject, string, JsonObject, string]>> = {
  listeners: [{ arn: 'lb' }, 'aws_lb_listener', { arn: 'l-1' }, 'l-1'],
  'listener-rules': [{ arn: 'l' }, 'aws_lb_listener_rule', { arn: 'r-1' }, 'r-1'],
  'mount-targets': [{ id: 'fs' }, 'aws_efs_mount_target', { id: 'm-1' }, 'm-1'],
  'access-points': [{ id: 'fs' }, 'aws_efs_access_point', { id: 'a-1' }, 'a-1'],
  subscriptions: [{ arn: 't' }, 'aws_sns_topic_subscription', { arn: 's-1' }, 's-1'],
  'scheduled-actions': [{ name: 'g' }, 'aws_autoscaling_schedule', { scheduled_action_name: 'n' }, 'n'],
  'scaling-policies': [{ name: 'g' }, 'aws_autoscaling_policy', { name: 'p' }, 'p'],
  records: [{ zone_id: 'z' }, 'aws_route53_record', { fqdn: 'a.example.com', type: 'A' }, 'a.example.com A'],
  'security-groups': [{ id: 'vpc' }, 'aws_default_security_group', { id: 'sg-1' }, 'sg-1'],
  subnets: [{ id: 'vpc' }, 'aws_subnet', { id: 'subnet-1' }, 'subnet-1'],
  'route-tables': [{ id: 'vpc' }, 'aws_route_table', { id: 'rtb-1' }, 'rtb-1'],
  'nat-gateways': [{ id: 'vpc' }, 'aws_nat_gateway', { id: 'nat-1' }, 'nat-1'],
  'vpc-endpoints': [{ id: 'vpc' }, 'aws_vpc_endpoint', { id: 'vpce-1' }, 'vpce-1'],
  instances: [{ id: 'vpc' }, 'aws_instance', { id: 'i-1' }, 'i-1'],
};

test.each(INVENTORY_KINDS.map((kind) => [kind.id, kind] as const))(
  'of %s only those that nothing manages are found',
  (id, kind) => {
    const [parent, memberType, member, memberId] = MEMBERS[id];
    const found = (own: string): FoundObject => ({ id: own, label: own, values: { id: own } });
    const plan = planOf({ address: `${kind.parentType}.Ours`, applied: parent });
    const neighbour = planOf({ address: `${memberType}.Ours`, applied: member });
    const parentId = String(kind.parentId(parent));
    const answers = [
      { kind: id, parentId, found: [found(memberId), found('stray')] },
      { kind: id, parentId: 'somebody else’s', found: [found('far')] },
    ];

    const { stacks } = analyzeDrift([{ stack: 'web', plan, configuration: [] }], {
      ...{ inventory: answers, neighbours: [neighbour] },
    });

    const findings = stacks[0]?.findings ?? [];
    expect(findings.map(({ class: found, object }) => [found, object])).toEqual([
      [kind.class, { type: kind.memberType, id: 'stray' }],
    ]);
  },
);

test('each question is asked once, and none about a resource whose id is not known', () => {
  const live = (address: string, values: JsonObject) => ({ address, type: 'aws_lb', values, sensitive: false });

  expect(inventoryQuestions([live('a', { arn: 'lb' }), live('b', { arn: 'lb' }), live('c', {})])).toEqual([
    { kind: 'listeners', parentId: 'lb' },
  ]);
});

test('names of records are compared as DNS does', () => {
  expect(recordIdOf('WWW.example.com.', 'A', '')).toBe(recordIdOf('www.example.com', 'A', ''));
  expect(recordIdOf('\\052.example.com.', 'A', 'blue')).toBe('*.example.com A blue');
});
