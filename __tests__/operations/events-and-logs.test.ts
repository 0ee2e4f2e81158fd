import { DatabaseEvents, FleetEvents, LogGroups, type LogGroupsProps } from '../../src/operations';
import { LOG_RETENTION_DAYS } from '../../src/core/log-retention';
import { synthesize, type Synthesized } from '../../src/testing';
import { CRITICAL_ARN, NAME, TOPICS } from './support';

test('DatabaseEvents tells what happens to one instance, not every backup', () => {
  const json = synthesize(
    (stack) => new DatabaseEvents(stack, 'Events', { name: NAME, topic: TOPICS.critical, instanceIdentifier: 'db-1' }),
  );

  expect(json.only('aws_db_event_subscription')).toMatchObject({
    sns_topic: CRITICAL_ARN,
    source_type: 'db-instance',
    source_ids: ['db-1'],
    event_categories: ['failover', 'failure', 'low storage', 'maintenance', 'read replica', 'recovery'],
  });
});

test('FleetEvents tells of launches and terminations that fail', () => {
  const json = synthesize(
    (stack) => new FleetEvents(stack, 'Events', { topic: TOPICS.critical, autoScalingGroupName: 'web' }),
  );

  expect(json.only('aws_autoscaling_notification')).toMatchObject({
    group_names: ['web'],
    topic_arn: CRITICAL_ARN,
    notifications: ['autoscaling:EC2_INSTANCE_LAUNCH_ERROR', 'autoscaling:EC2_INSTANCE_TERMINATE_ERROR'],
  });
});

describe('LogGroups', () => {
  const PROPS: LogGroupsProps = {
    name: NAME,
    purposes: ['php', 'web-access'],
    retentionDays: 14,
    key: { keyArn: 'arn:key' },
  };
  const groups = (props: Partial<LogGroupsProps> = {}): Synthesized =>
    synthesize((stack) => new LogGroups(stack, 'Logs', { ...PROPS, ...props }));

  test('makes one encrypted group with a retention for every purpose', () => {
    const list = groups().list('aws_cloudwatch_log_group');

    expect(list.map(({ name }) => name)).toEqual(['/wordpress/staging/php', '/wordpress/staging/web-access']);
    for (const group of list) expect(group).toMatchObject({ retention_in_days: 14, kms_key_id: 'arn:key' });
  });

  test('keeps them from being destroyed', () => {
    expect(groups().list('aws_cloudwatch_log_group')[0]).toMatchObject({ lifecycle: { prevent_destroy: true } });
  });

  test('lets them go when they are not protected', () => {
    expect(groups({ protect: false }).list('aws_cloudwatch_log_group')[0]).toMatchObject({
      lifecycle: { prevent_destroy: false },
    });
  });

  test('replaces nothing when a purpose is added', () => {
    const before = Object.keys(groups().resources('aws_cloudwatch_log_group'));
    const after = Object.keys(
      groups({ purposes: ['boot', 'php', 'web-access'] }).resources('aws_cloudwatch_log_group'),
    );

    expect(after).toEqual(expect.arrayContaining(before));
  });

  test('fails when CloudWatch does not know the retention', () => {
    expect(() => groups({ retentionDays: 15 })).toThrow(
      `'retentionDays' must be one of ${LOG_RETENTION_DAYS.join(', ')}, got 15; take the next higher one`,
    );
  });

  test('fails when a name is too long for CloudWatch', () => {
    const purpose = 'x'.repeat(500);

    expect(() => groups({ purposes: [purpose] })).toThrow(
      `'purposes' must give names of at most 512 characters, got 519 for '/wordpress/staging/${purpose}'; shorten it`,
    );
  });
});
