import type { Action, PlanJson, ResourceChangeJson } from '../../../src/terraform/plan/plan-json';
import { hasChanges, summarizePlan } from '../../../src/terraform/plan/plan-summary';

function change(
  address: string,
  actions: Action[],
  more: Partial<ResourceChangeJson['change']> = {},
): ResourceChangeJson {
  const [type = '', name = ''] = address.split('.');
  return { address, mode: 'managed', type, name, change: { actions, before: null, after: null, ...more } };
}

const plan = (...changes: ResourceChangeJson[]): PlanJson => ({ format_version: '1.2', resource_changes: changes });

describe('summarizePlan', () => {
  it('counts each change once', () => {
    const summary = summarizePlan(
      'data',
      plan(
        change('aws_vpc.a', ['create']),
        change('aws_vpc.b', ['update']),
        change('aws_vpc.c', ['delete', 'create']),
        change('aws_vpc.d', ['create', 'delete']),
        change('aws_vpc.e', ['delete']),
        change('aws_vpc.f', ['no-op'], { importing: { id: 'vpc-1' } }),
        change('aws_vpc.g', ['forget']),
        change('aws_vpc.h', ['no-op']),
        { ...change('aws_vpc.i', ['read']), mode: 'data' },
      ),
    );

    expect(summary).toMatchObject({ add: 1, change: 1, replace: 2, destroy: 1, adopt: 1, forget: 1, outputs: 0 });
  });

  it('names what holds data and is replaced or destroyed, with the attributes that force it and no values', () => {
    const summary = summarizePlan(
      'data',
      plan(
        change('aws_db_instance.main', ['delete', 'create'], {
          before: { engine: 'old' },
          replace_paths: [['engine'], ['ingress', 0, 'cidr_block'], ['engine']],
        }),
        change('aws_s3_bucket.media', ['delete']),
        change('aws_s3_bucket.logs', ['update']),
        change('aws_instance.web', ['delete']),
      ),
    );

    expect(summary.dataAtRisk).toEqual([
      {
        address: 'aws_db_instance.main',
        type: 'aws_db_instance',
        action: 'replace',
        because: ['engine', 'ingress[0].cidr_block'],
      },
      { address: 'aws_s3_bucket.media', type: 'aws_s3_bucket', action: 'destroy', because: [] },
    ]);
  });

  it.each([
    'aws_db_instance',
    'aws_efs_file_system',
    'aws_kms_key',
    'aws_secretsmanager_secret',
    'aws_route53_zone',
    'aws_backup_vault',
  ])('counts %s among what holds data', (type) => {
    expect(summarizePlan('data', plan(change(`${type}.x`, ['delete']))).dataAtRisk).toHaveLength(1);
  });

  it('counts a changed output as a change', () => {
    const outputs = {
      same: { actions: ['no-op' as const], before: 1, after: 1 },
      new: { actions: ['create' as const], before: null, after: 1 },
    };

    const summary = summarizePlan('web', { format_version: '1.2', output_changes: outputs });

    expect(summary.outputs).toBe(1);
    expect(hasChanges(summary)).toBe(true);
  });

  it('finds no change in a plan without any', () => {
    expect(hasChanges(summarizePlan('web', plan(change('aws_vpc.a', ['no-op']))))).toBe(false);
  });

  it('marks upstream stacks that were stood in for', () => {
    expect(summarizePlan('web', plan(), ['data']).placeholders).toEqual(['data']);
    expect(summarizePlan('web', plan()).placeholders).toEqual([]);
  });
});
