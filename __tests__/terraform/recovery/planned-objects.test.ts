import { plannedObjects } from '../../../src/terraform/recovery/planned-objects';
import type { PlanJson } from '../../../src/terraform/plan/plan-json';

const plan: PlanJson = {
  format_version: '1.2',
  resource_changes: [
    {
      address: 'aws_route.out["a"]',
      mode: 'managed',
      type: 'aws_route',
      name: 'out',
      change: {
        actions: ['create'],
        before: null,
        after: { destination_cidr_block: '0.0.0.0/0', gateway_id: null },
        after_unknown: { route_table_id: true, id: true },
      },
    },
    {
      address: 'aws_ssm_parameter.secret',
      mode: 'managed',
      type: 'aws_ssm_parameter',
      name: 'secret',
      change: {
        actions: ['delete', 'create'],
        before: { value: 'hunter2' },
        after: { name: '/site/secret', value: 'hunter2' },
        after_sensitive: { value: true },
      },
    },
    {
      address: 'aws_vpc.a',
      mode: 'managed',
      type: 'aws_vpc',
      name: 'a',
      change: { actions: ['update'], before: {}, after: {} },
    },
  ],
  configuration: {
    root_module: {
      resources: [
        {
          address: 'aws_route.out',
          expressions: { route_table_id: { references: ['aws_route_table.main.id', 'aws_route_table.main'] } },
        },
      ],
    },
  },
};

describe('plannedObjects', () => {
  it('keeps names and references of creations, and no other values', () => {
    expect(plannedObjects(plan)).toEqual([
      {
        address: 'aws_route.out["a"]',
        type: 'aws_route',
        names: { destination_cidr_block: '0.0.0.0/0' },
        references: { route_table_id: 'aws_route_table.main.id' },
      },
      {
        address: 'aws_ssm_parameter.secret',
        type: 'aws_ssm_parameter',
        names: { name: '/site/secret' },
        references: {},
      },
    ]);
  });

  it('leaves out what Terraform marks sensitive', () => {
    const change = {
      actions: ['create' as const],
      before: null,
      after: { name: 'hidden' },
      after_sensitive: { name: true },
    };

    const [object] = plannedObjects({
      format_version: '1.2',
      resource_changes: [{ address: 'aws_iam_role.a', mode: 'managed', type: 'aws_iam_role', name: 'a', change }],
    });

    expect(object?.names).toEqual({});
  });

  it('keeps the tags of what is found by its tags', () => {
    const after = { cidr_block: '10.0.0.0/16', tags_all: { system: 'site' } };

    const [object] = plannedObjects({
      format_version: '1.2',
      resource_changes: [
        {
          address: 'aws_vpc.a',
          mode: 'managed',
          type: 'aws_vpc',
          name: 'a',
          change: { actions: ['create'], before: null, after },
        },
      ],
    });

    expect(object?.names).toEqual({ cidr_block: '10.0.0.0/16', tags_all: '{"system":"site"}' });
  });
});
