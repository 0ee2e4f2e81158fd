import type { JsonObject } from '../../../src/terraform/json';
import { driftOf, planOf } from '../plan-fixture';

test.each<[string, string, JsonObject, JsonObject, string[]]>([
  [
    'a scale-out within bounds',
    'aws_autoscaling_group',
    { min_size: 1, max_size: 4, desired_capacity: 1 },
    { desired_capacity: 3 },
    ['EC2 Auto Scaling'],
  ],
  [
    'a scale-out beyond them',
    'aws_autoscaling_group',
    { min_size: 1, max_size: 4, desired_capacity: 1 },
    { desired_capacity: 5 },
    [],
  ],
  [
    'storage that grew',
    'aws_db_instance',
    { allocated_storage: 20, max_allocated_storage: 100 },
    { allocated_storage: 40 },
    ['RDS storage autoscaling'],
  ],
  [
    'storage beyond its limit',
    'aws_db_instance',
    { allocated_storage: 20, max_allocated_storage: 100 },
    { allocated_storage: 400 },
    [],
  ],
  [
    'a patch of the engine',
    'aws_db_instance',
    { engine_version: '8.0.39' },
    { engine_version: '8.0.40' },
    ['RDS maintenance'],
  ],
  ['another version of the engine', 'aws_db_instance', { engine_version: '8.0.39' }, { engine_version: '8.4.3' }, []],
  ['an older patch', 'aws_db_instance', { engine_version: '8.0.39' }, { engine_version: '8.0.9' }, []],
  [
    'a patch of the cache',
    'aws_elasticache_replication_group',
    { engine_version_actual: '7.1.0' },
    { engine_version_actual: '7.1.1' },
    ['ElastiCache maintenance'],
  ],
  [
    'a certificate whose names were proved',
    'aws_acm_certificate',
    { status: 'PENDING_VALIDATION' },
    { status: 'ISSUED' },
    ['AWS Certificate Manager'],
  ],
  ['a certificate that was taken back', 'aws_acm_certificate', { status: 'ISSUED' }, { status: 'REVOKED' }, []],
  ['a version without parts', 'aws_rds_cluster', { engine_version: '8' }, { engine_version: '9' }, []],
])('%s', (_case, type, applied, change, actors) => {
  const { expected, findings } = driftOf(planOf({ address: `${type}.It`, applied, live: { ...applied, ...change } }));

  expect(expected.map(({ actor }) => actor)).toEqual(actors);
  // the actual version of a database engine is no setting, so its change is noise where nobody expects it
  expect(findings.map(({ class: kind }) => kind)).toEqual(actors.length > 0 ? [] : ['observed']);
});

test('what the next apply would undo is drift, whoever did it', () => {
  const applied = { min_size: 1, max_size: 4, desired_capacity: 1 };
  const plan = planOf({
    address: 'aws_autoscaling_group.It',
    applied,
    live: { ...applied, desired_capacity: 3 },
    planned: applied,
  });

  expect(driftOf(plan).findings.map(({ class: kind }) => kind)).toEqual(['revertable']);
});
