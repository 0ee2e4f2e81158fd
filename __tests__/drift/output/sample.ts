import { driftDocument, type DriftDocument } from '../../../src/drift';
import { planOf, reportOf } from '../plan-fixture';

/** Planted where Terraform marks values sensitive: no output may hold it. */
export const CANARY = 'canary-93f1c2';

const RULE = { protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['0.0.0.0/0'] };
const PLACE = {
  ...{ environment: 'production', workspace: 'production', directory: 'cdktf.out/production/stacks/web', stack: 'web' },
  madeBy: () => undefined,
};
const PLAN = planOf(
  { address: 'aws_security_group.Web', applied: { id: 'sg-1', ingress: [RULE] } },
  { address: 'aws_route.Out["a|b"]', type: 'aws_route', applied: { id: 'r' }, live: null, planned: { id: 'r' } },
  {
    address: 'aws_lb.Public',
    applied: { idle_timeout: 60 },
    live: { idle_timeout: 90 },
    planned: { idle_timeout: 60 },
  },
  {
    ...{ address: 'aws_ssm_parameter.Key', sensitive: { value: true, more: true } },
    applied: { value: `${CANARY}-old`, more: { [`${CANARY}-name`]: '1' } },
    live: { value: `${CANARY}-new`, more: { [`${CANARY}-other`]: '2' } },
    planned: { value: `${CANARY}-old`, more: { [`${CANARY}-name`]: '1' } },
  },
  {
    ...{ address: 'aws_security_group.Hidden', sensitive: { ingress: true } },
    applied: { id: 'sg-2', ingress: [{ ...RULE, cidr_blocks: [`${CANARY}/8`] }] },
  },
  {
    address: 'aws_db_instance.Main',
    applied: { password: `${CANARY}-1`, size: 1 },
    planned: { password: `${CANARY}-2`, size: 2 },
    sensitive: { password: true },
  },
  { address: 'aws_eip.A', applied: { tags: {} }, live: { tags: { a: '<b>&"' } }, planned: { tags: {} } },
  {
    ...{ address: 'aws_autoscaling_group.Web', applied: { min_size: 1, max_size: 4, desired_capacity: 1 } },
    live: { min_size: 1, max_size: 4, desired_capacity: 3 },
  },
);

/** A report with something of every kind in it. */
export function sampleDocument(): DriftDocument {
  const terms = { reason: 'agreed with operations', owner: 'web-team', expires: '2026-12-31' };
  const report = reportOf(PLAN, {
    ...{ withValues: true, today: '2026-11-21', place: PLACE },
    ignore: [
      { address: 'aws_eip.A', ...terms },
      { address: 'aws_eip.B', ...terms },
    ],
    judge: (objects) =>
      objects.map(({ address }) =>
        address.startsWith('aws_vpc_security_group_ingress_rule')
          ? [{ rule: 'WPHA-SG-007', severity: 'critical', message: '0.0.0.0/0 may come in on port 22' }]
          : [],
      ),
  });
  const health = {
    checks: [{ address: 'check.site_answers', status: 'fail', problems: ['the <site> | must answer'] }],
    alarms: {
      inAlarm: [{ address: 'aws_cloudwatch_metric_alarm.Errors', since: '2026-11-21T11:00:00.000Z', reason: '9 > 5' }],
      ...{ insufficientData: 1, ok: 2, unknown: 0 },
    },
  } as const;
  return driftDocument({
    ...{ environment: 'production', checkedAt: '2026-11-21T12:00:00.000Z', threshold: 'info', report },
    placeholders: new Map(),
    health: new Map([['web', health]]),
    failed: [{ stack: 'data', error: 'the token <expired>' }],
  });
}
