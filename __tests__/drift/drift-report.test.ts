import { analyzeDrift, driftExitCode } from '../../src/drift';
import { brief, driftOf, planOf } from './plan-fixture';

const VPC = 'aws_vpc.Network';
const GROUP = 'aws_autoscaling_group.Web';

describe('one resource in a plan', () => {
  test('is no finding right after a clean apply, when only empty values and filled-in ones differ', () => {
    const applied = { id: 'vpc-1', tags: null, tags_all: { owner: 'web' }, arn: null };
    const drift = driftOf(planOf({ address: VPC, applied, live: { ...applied, tags: {}, arn: 'arn:aws:x' } }));

    expect(drift).toEqual({ stack: 'web', status: 'checked', findings: [], ignored: [], expected: [], noise: 1 });
    expect(driftExitCode([drift])).toBe(0);
  });

  test('is revertable where the next apply puts the old value back', () => {
    const applied = { id: 'vpc-1', tags: { Name: 'site' }, tags_all: { Name: 'site', owner: 'web' } };
    const live = {
      id: 'vpc-1',
      tags: { Name: 'hacked', Extra: '1' },
      tags_all: { Name: 'hacked', Extra: '1', owner: 'web' },
    };
    const drift = driftOf(planOf({ address: VPC, applied, live, planned: applied }));

    expect(drift.findings.map(brief)).toEqual([`revertable ${VPC} tags.Extra tags.Name`]);
    expect(drift.findings[0]?.action).toBe('update');
    expect(driftExitCode([drift])).toBe(2);
  });

  test('is pending where only the configuration changed', () => {
    const applied = { id: 'db', instance_class: 'db.t4g.small' };
    const drift = driftOf(
      planOf({ address: 'aws_db_instance.Main', applied, planned: { ...applied, instance_class: 'db.m7g.large' } }),
    );

    expect(drift.findings.map(brief)).toEqual(['pending aws_db_instance.Main instance_class']);
    expect(driftExitCode([drift])).toBe(3);
  });

  test('has its drift told apart from its pending change in the same plan', () => {
    const applied = { id: 'db', instance_class: 'db.t4g.small', backup_retention_period: 7 };
    const live = { ...applied, backup_retention_period: 1 };
    const planned = { ...applied, instance_class: 'db.m7g.large' };
    const drift = driftOf(planOf({ address: 'aws_db_instance.Main', applied, live, planned }));

    expect(drift.findings.map(brief)).toEqual([
      'revertable aws_db_instance.Main backup_retention_period',
      'pending aws_db_instance.Main instance_class',
    ]);
  });

  test('is both when the same attribute changed outside and in the configuration', () => {
    const drift = driftOf(
      planOf({
        address: 'aws_lb.Public',
        applied: { idle_timeout: 60 },
        live: { idle_timeout: 120 },
        planned: { idle_timeout: 90 },
      }),
    );

    expect(drift.findings.map(brief)).toEqual([
      'revertable aws_lb.Public idle_timeout',
      'pending aws_lb.Public idle_timeout',
    ]);
  });

  test('is no pending change where the provider keeps as 0 what nobody set', () => {
    const drift = driftOf(
      planOf({
        address: 'aws_route53_record.Site',
        applied: { ttl: 0, records: null },
        live: { ttl: 60, records: ['192.0.2.1'] },
        planned: { ttl: null, records: null },
      }),
    );

    expect(drift.findings.map(brief)).toEqual(['revertable aws_route53_record.Site records ttl']);
  });

  test('is observed, not drift, when somebody made the new configuration true by hand', () => {
    const drift = driftOf(
      planOf({ address: 'aws_lb.Public', applied: { idle_timeout: 60 }, live: { idle_timeout: 90 } }),
    );

    expect(drift.findings.map(brief)).toEqual(['observed aws_lb.Public idle_timeout']);
    expect(driftExitCode([drift])).toBe(0);
  });

  test('is accepted where ignore_changes leaves the attribute to others', () => {
    const configuration = {
      resource: { aws_autoscaling_group: { Web: { lifecycle: { ignore_changes: ['desired_capacity'] } } } },
    };
    const drift = driftOf(planOf({ address: GROUP, applied: { desired_capacity: 2 }, live: { desired_capacity: 4 } }), [
      configuration,
    ]);

    expect(drift.findings.map(brief)).toEqual([`accepted ${GROUP} desired_capacity`]);
    expect(driftExitCode([drift])).toBe(0);
  });

  test('is accepted where an override file ignores everything', () => {
    const main = { resource: { aws_autoscaling_group: { Web: { desired_capacity: 2 } } } };
    const override = { resource: { aws_autoscaling_group: { Web: { lifecycle: [{ ignore_changes: 'all' }] } } } };
    const plan = planOf({
      address: `module.a["x"].${GROUP}[0]`,
      type: 'aws_autoscaling_group',
      applied: { max_size: 2 },
      live: { max_size: 4 },
    });

    expect(driftOf(plan, [main, override]).findings[0]?.class).toBe('accepted');
  });

  test('is deleted rather than new when it was removed outside', () => {
    const applied = { id: 'alarm' };
    const drift = driftOf(
      planOf({ address: 'aws_cloudwatch_metric_alarm.Errors', applied, live: null, planned: applied }),
    );

    expect(drift.findings).toMatchObject([
      {
        class: 'deleted',
        address: 'aws_cloudwatch_metric_alarm.Errors',
        type: 'aws_cloudwatch_metric_alarm',
        action: 'create',
        attributes: [],
        detail: 'deleted outside terraform',
      },
    ]);
    expect(driftExitCode([drift])).toBe(2);
  });

  test('is revertable by replacement when the attribute cannot change in place', () => {
    const applied = { id: 'i-1', availability_zone: 'a' };
    const plan = planOf({
      address: 'aws_ebs_volume.Data',
      applied,
      live: { id: 'i-1', availability_zone: 'b' },
      planned: { availability_zone: 'a' },
      unknown: { id: true },
      replaces: true,
    });

    expect(driftOf(plan).findings.map((finding) => `${brief(finding)} ${finding.action}`)).toEqual([
      'revertable aws_ebs_volume.Data availability_zone replace',
    ]);
  });

  test('counts a value that is known after apply as pending only where the configuration sets it', () => {
    const applied = { id: 'g', launch_template: [{ version: '1' }], arn: 'a' };
    const plan = planOf({
      address: GROUP,
      applied,
      planned: { id: 'g', launch_template: [{}] },
      unknown: { launch_template: [{ version: true }], arn: true },
    });

    expect(
      driftOf(plan, [
        {
          resource: {
            aws_autoscaling_group: {
              Web: { launch_template: { version: '${aws_launch_template.Web.latest_version}' } },
            },
          },
        },
      ]).findings.map(brief),
    ).toEqual([`pending ${GROUP} launch_template[0].version`]);
  });

  test('is noise while the configuration removes it anyway', () => {
    const drift = driftOf(
      planOf({ address: VPC, applied: { tags: { a: '1' } }, live: { tags: { a: '2' } }, planned: null }),
    );

    expect(drift.findings.map((finding) => `${brief(finding)} ${finding.action}`)).toEqual([`pending ${VPC} destroy`]);
  });
});

describe('a whole stack', () => {
  test('is not applied yet when its state holds nothing', () => {
    const drift = driftOf(planOf({ address: VPC, planned: { cidr_block: '10.0.0.0/16' } }));

    expect(drift.status).toBe('not-applied');
    expect(drift.findings.map(brief)).toEqual([`pending ${VPC}`]);
    expect(driftExitCode([drift])).toBe(3);
  });

  test('is still applied when everything in it was deleted outside', () => {
    const drift = driftOf(planOf({ address: VPC, applied: { id: 'v' }, live: null, planned: { id: 'v' } }));

    expect(drift.status).toBe('checked');
  });

  test('tells a changed output as pending', () => {
    const plan = {
      ...planOf({ address: VPC, applied: { id: 'v' } }),
      output_changes: { url: { actions: ['update'], before: 'a', after: 'b' } },
    };

    expect(driftOf(plan).findings.map(brief)).toEqual(['pending output.url']);
  });

  test.each([
    ['no object', 'nonsense'],
    ['no format version', { resource_changes: [] }],
  ])('is refused when its plan is %s', (_case, plan) => {
    expect(() => driftOf(plan)).toThrow(
      "the plan cannot be read: 'format_version' is missing; plan again with terraform 1.10 or later",
    );
  });

  test('is refused when terraform could not finish the plan', () => {
    expect(() => driftOf({ format_version: '1.2', errored: true })).toThrow('the plan is not complete');
  });
});

test.each([
  ['nothing', [], 0],
  ['pending', [{ address: VPC, applied: { a: 1 }, planned: { a: 2 } }], 3],
  ['drift', [{ address: VPC, applied: { a: 1 }, live: { a: 2 }, planned: { a: 1 } }], 2],
])('the exit code over two stacks, the second with %s', (_case, resources, code) => {
  const { stacks } = analyzeDrift([
    { stack: 'data', plan: planOf({ address: VPC, applied: { id: 'v' } }), configuration: [] },
    { stack: 'web', plan: planOf({ address: 'aws_lb.Public', applied: { id: 'l' } }, ...resources), configuration: [] },
  ]);

  expect(driftExitCode(stacks)).toBe(code);
});
