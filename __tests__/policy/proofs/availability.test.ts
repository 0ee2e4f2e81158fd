import { NO_SINGLE_POINT } from '../../../src/policy/proofs/availability/no-single-point';
import { synthesized } from '../support/configuration';
import {
  graphOf,
  stacksOfEnvironment,
  withChanged,
  withResource,
  type StackConfigurations,
} from './support/environment-stacks';

const production = stacksOfEnvironment('production');
const messages = (stacks: StackConfigurations): readonly string[] =>
  NO_SINGLE_POINT.prove(graphOf(stacks), {}).counterExamples.map(({ message }) =>
    message.replace(/\.[\w-]+_[0-9A-F]{8}/g, '.*'),
  );

test('production survives the loss of any one zone and of any one machine', () => {
  const { statements, counterExamples, notes } = NO_SINGLE_POINT.prove(graphOf(production), {});

  expect([counterExamples, notes]).toEqual([[], []]);
  expect(statements).toBe(24);
});

const firstZone = (attribute: string) => (body: Record<string, unknown>) => ({
  ...body,
  [attribute]: (body[attribute] as string[]).slice(0, 1),
});

test.each<[string, StackConfigurations, string]>([
  [
    'a database without standby',
    withChanged(production, { stack: 'data', type: 'aws_db_instance' }, (body) => ({ ...body, multi_az: false })),
    'data/aws_db_instance.* has no standby in another zone',
  ],
  [
    'one instance',
    withChanged(production, { stack: 'web', type: 'aws_autoscaling_group' }, (body) => ({ ...body, min_size: 1 })),
    'web/aws_autoscaling_group.* may run a single instance',
  ],
  [
    'instances in one zone',
    withChanged(production, { stack: 'web', type: 'aws_autoscaling_group' }, firstZone('vpc_zone_identifier')),
    'zone eu-west-1a is lost: web/aws_autoscaling_group.* stands in this zone only',
  ],
  [
    'a load balancer in one zone',
    withChanged(production, { stack: 'web', type: 'aws_lb' }, firstZone('subnets')),
    'zone eu-west-1a is lost: web/aws_lb.* stands in this zone only',
  ],
  [
    'a NAT gateway for two zones',
    withChanged(
      production,
      { stack: 'foundation', type: 'aws_route', name: /PrivateToInternet-eu-west-1b/ },
      (body) => ({
        ...body,
        nat_gateway_id: '${aws_nat_gateway.Network_NatGateways_eu-west-1a_2397E079.id}',
      }),
    ),
    'zone eu-west-1a is lost: web/aws_autoscaling_group.* in zone eu-west-1b goes out through aws_nat_gateway.* in zone eu-west-1a',
  ],
  [
    'a zone without mount target',
    withChanged(production, { stack: 'data', type: 'aws_efs_mount_target', name: /1c/ }, () => undefined),
    'zone eu-west-1a is lost: web/aws_autoscaling_group.* in zone eu-west-1c has no mount target of its own zone',
  ],
  [
    'files of one zone',
    withChanged(production, { stack: 'data', type: 'aws_efs_file_system' }, (body) => ({
      ...body,
      availability_zone_name: 'eu-west-1a',
    })),
    'data/aws_efs_file_system.* keeps its files in one zone',
  ],
  [
    'a machine of its own',
    withResource(
      production,
      { stack: 'web', type: 'aws_instance' },
      { subnet_id: '${data.terraform_remote_state.cross-stack-reference-input-foundation.outputs.none}' },
    ),
    'web/aws_instance.Added is a single machine that nothing replaces',
  ],
])('%s is a single point of failure', (_name, stacks, expected) => {
  expect(messages(stacks)).toContain(expected);
});

test.each([
  [{ aws_elasticache_cluster: { c: {} } }, 'web/aws_elasticache_cluster.c is a cache without replicas'],
  [
    { aws_elasticache_replication_group: { c: { automatic_failover_enabled: true } } },
    'web/aws_elasticache_replication_group.c may have all its nodes in one zone',
  ],
  [
    {
      aws_rds_cluster: { c: { engine: 'aurora-mysql' } },
      aws_rds_cluster_instance: { one: { cluster_identifier: '${aws_rds_cluster.c.id}' } },
    },
    'web/aws_rds_cluster.c has no second instance to fail over to',
  ],
])('%p alone is one too', (resource, expected) => {
  const { counterExamples } = NO_SINGLE_POINT.prove(synthesized({ resource }), {});

  expect(counterExamples.map(({ message, certain }) => [message, certain])).toContainEqual([expected, true]);
});

test('cannot tell while a standby depends on a variable', () => {
  const resource = { aws_db_instance: { main: { multi_az: '${var.standby}' } } };
  const { counterExamples } = NO_SINGLE_POINT.prove(synthesized({ resource }), {});

  expect(counterExamples.map(({ certain }) => certain)).toEqual([false]);
});
