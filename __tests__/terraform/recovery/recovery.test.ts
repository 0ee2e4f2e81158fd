import type { ApplyEvent } from '../../../src/terraform/process/apply-events';
import type { Journal } from '../../../src/terraform/recovery/journal';
import type { PlannedObject } from '../../../src/terraform/recovery/planned-objects';
import { planRecovery } from '../../../src/terraform/recovery/recovery';

function journal(events: readonly ApplyEvent[], planned: readonly PlannedObject[] = [], finished = false): Journal {
  const header = { startedAt: '2026-11-21T00:00:00.000Z', host: 'here', pid: 1, identity: '', planned };
  return { header, events, finished, running: false };
}

function event(type: ApplyEvent['type'], address: string, id?: string, action = 'create'): ApplyEvent {
  return { type, address, resourceType: address.split('.')[0] ?? '', action, ...(id === undefined ? {} : { id }) };
}

const planned = (
  address: string,
  names: Record<string, string>,
  references: Record<string, string> = {},
): PlannedObject => ({
  address,
  type: address.split('.')[0] ?? '',
  names,
  references,
});

const anywhere = (): boolean => true;

describe('planRecovery', () => {
  it('adopts what was made and is not in the state', () => {
    const events = [
      event('apply_start', 'aws_vpc.a'),
      event('apply_complete', 'aws_vpc.a', 'vpc-1'),
      event('apply_complete', 'aws_vpc.b', 'vpc-2'),
    ];

    const recovery = planRecovery([journal(events)], new Map([['aws_vpc.b', { id: 'vpc-2' }]]), anywhere);

    expect(recovery.adoptions).toEqual([{ address: 'aws_vpc.a', type: 'aws_vpc', id: 'vpc-1', certain: true }]);
    expect(recovery.leftovers).toEqual([]);
  });

  it('needs nothing after an apply that ended well', () => {
    const recovery = planRecovery(
      [journal([event('apply_complete', 'aws_vpc.a', 'vpc-1')], [], true)],
      new Map(),
      anywhere,
    );

    expect(recovery).toEqual({ adoptions: [], stale: [], leftovers: [] });
  });

  it('builds the import id from planned names and from the ids of other objects', () => {
    const objects = [
      planned('aws_iam_role.web', { name: 'web' }),
      planned(
        'aws_iam_role_policy_attachment.web',
        {},
        { role: 'aws_iam_role.web.name', policy_arn: 'aws_iam_policy.web.arn' },
      ),
      planned('aws_route.out', { destination_cidr_block: '0.0.0.0/0' }, { route_table_id: 'aws_route_table.main.id' }),
    ];
    const events = [
      event('apply_complete', 'aws_iam_policy.web', 'arn:aws:iam::1:policy/web'),
      event('apply_complete', 'aws_iam_role_policy_attachment.web', 'web-2026'),
      event('apply_complete', 'aws_route.out', 'r-rtb-11'),
    ];

    const state = new Map([['aws_route_table.main', { id: 'rtb-1' }]]);
    const { adoptions } = planRecovery([journal(events, objects)], state, anywhere);

    expect(adoptions.map(({ id }) => id)).toEqual([
      'arn:aws:iam::1:policy/web',
      'web/arn:aws:iam::1:policy/web',
      'rtb-1_0.0.0.0/0',
    ]);
  });

  it('tries names for what was being made', () => {
    const { adoptions } = planRecovery(
      [
        journal(
          [event('apply_start', 'aws_s3_bucket.media')],
          [planned('aws_s3_bucket.media', { bucket: 'site-media' })],
        ),
      ],
      new Map(),
      anywhere,
    );

    expect(adoptions).toEqual([
      { address: 'aws_s3_bucket.media', type: 'aws_s3_bucket', id: 'site-media', certain: false },
    ]);
  });

  it('searches for what was being made when AWS chooses the id', () => {
    const { adoptions } = planRecovery(
      [journal([event('apply_start', 'aws_lb.web')], [planned('aws_lb.web', { name: 'site' })])],
      new Map(),
      anywhere,
    );

    expect(adoptions).toEqual([
      {
        address: 'aws_lb.web',
        type: 'aws_lb',
        data: { aws_lb: { recovery_aws_lb_web: { name: 'site' } } },
        id: '${data.aws_lb.recovery_aws_lb_web.arn}',
        certain: false,
      },
    ]);
  });

  it('reports what was being made and cannot be found', () => {
    const events = [
      event('apply_start', 'aws_kms_key.data'),
      event('apply_start', 'aws_iam_role.web'),
      event('apply_errored', 'aws_iam_role.web'),
    ];

    const recovery = planRecovery(
      [journal(events, [planned('aws_iam_role.web', { name: 'web' })])],
      new Map(),
      anywhere,
    );

    expect(recovery.adoptions).toEqual([]);
    expect(recovery.leftovers).toEqual([
      { address: 'aws_kms_key.data', type: 'aws_kms_key' },
      { address: 'aws_iam_role.web', type: 'aws_iam_role', hint: 'web' },
    ]);
  });

  it('reports what the configuration no longer has', () => {
    const { adoptions, leftovers } = planRecovery(
      [journal([event('apply_complete', 'aws_vpc.a["x"]', 'vpc-1')])],
      new Map(),
      (address) => {
        expect(address).toBe('aws_vpc.a');
        return false;
      },
    );

    expect(adoptions).toEqual([]);
    expect(leftovers).toEqual([{ address: 'aws_vpc.a["x"]', type: 'aws_vpc', hint: 'vpc-1' }]);
  });

  it('lets go of what can simply be made again', () => {
    const events = [
      event('apply_complete', 'terraform_data.guard', 'x'),
      event('apply_start', 'aws_lambda_invocation.user'),
    ];

    expect(planRecovery([journal(events)], new Map(), anywhere)).toEqual({ adoptions: [], stale: [], leftovers: [] });
  });

  it('drops a replaced object from the state before it adopts the new one', () => {
    const events = [
      event('apply_complete', 'aws_instance.a', 'i-1', 'delete'),
      event('apply_complete', 'aws_instance.a', 'i-2'),
    ];

    const recovery = planRecovery([journal(events)], new Map([['aws_instance.a', { id: 'i-1' }]]), anywhere);

    expect(recovery.stale).toEqual(['aws_instance.a']);
    expect(recovery.adoptions.map(({ id }) => id)).toEqual(['i-2']);
    expect(recovery.leftovers).toEqual([]);
  });

  it('reports the old object when the new one was made before it was destroyed', () => {
    const recovery = planRecovery(
      [journal([event('apply_complete', 'aws_instance.a', 'i-2')])],
      new Map([['aws_instance.a', { id: 'i-1' }]]),
      anywhere,
    );

    expect(recovery.leftovers).toEqual([{ address: 'aws_instance.a', type: 'aws_instance', hint: 'i-1' }]);
  });

  it('forgets what was made and destroyed again', () => {
    const events = [
      event('apply_complete', 'aws_vpc.a', 'vpc-1'),
      event('apply_complete', 'aws_vpc.a', 'vpc-1', 'delete'),
    ];

    expect(planRecovery([journal(events)], new Map(), anywhere).adoptions).toEqual([]);
  });

  it('remembers what an apply before the last one made', () => {
    const journals = [
      journal([event('apply_complete', 'aws_vpc.a', 'vpc-1')]),
      journal([event('apply_complete', 'aws_eip.b', 'eipalloc-1')]),
    ];

    expect(planRecovery(journals, new Map(), anywhere).adoptions.map(({ id }) => id)).toEqual(['vpc-1', 'eipalloc-1']);
  });
});
