import { FleetSchedules, TargetTracking, type FleetSchedule, type TargetTrackingProps } from '../../src/compute';
import { synthesize, type Synthesized } from '../../src/testing';

describe('TargetTracking', () => {
  const tracking = (props: Partial<TargetTrackingProps> = {}): Synthesized =>
    synthesize((stack) => {
      new TargetTracking(stack, 'Tracking', {
        autoScalingGroupName: 'web',
        loadBalancer: { arnSuffix: 'app/site/1', targetGroupArnSuffix: 'targetgroup/web/2' },
        cpuTargetPercent: 60,
        requestsPerTargetPerMinute: 1000,
        ...props,
      });
    });

  test('holds the average CPU', () => {
    expect(tracking({ cpuTargetPercent: 50 }).list('aws_autoscaling_policy')).toContainEqual(
      expect.objectContaining({
        policy_type: 'TargetTrackingScaling',
        target_tracking_configuration: {
          target_value: 50,
          predefined_metric_specification: { predefined_metric_type: 'ASGAverageCPUUtilization' },
        },
      }),
    );
  });

  test('holds the requests per instance behind this load balancer', () => {
    expect(tracking({ requestsPerTargetPerMinute: 600 }).list('aws_autoscaling_policy')).toContainEqual(
      expect.objectContaining({
        target_tracking_configuration: {
          target_value: 600,
          predefined_metric_specification: {
            predefined_metric_type: 'ALBRequestCountPerTarget',
            resource_label: 'app/site/1/targetgroup/web/2',
          },
        },
      }),
    );
  });

  test.each([9, 91, NaN])('fails when the CPU is to be held at %d', (cpuTargetPercent) => {
    expect(() => tracking({ cpuTargetPercent })).toThrow(
      `'cpuTargetPercent' must be 10 to 90, got ${cpuTargetPercent}; waiting doubles at 60 and triples at 80`,
    );
  });

  test('fails when no request is allowed', () => {
    expect(() => tracking({ requestsPerTargetPerMinute: 0 })).toThrow(
      "'requestsPerTargetPerMinute' must be at least 1, got 0; raise it",
    );
  });
});

describe('FleetSchedules', () => {
  const NIGHT: FleetSchedule = { name: 'night', recurrence: '0 20 * * *', minSize: 0, desiredCapacity: 0, maxSize: 0 };
  const SALE: FleetSchedule = {
    name: 'sale',
    startTime: '2027-01-01T12:00:00Z',
    minSize: 4,
    desiredCapacity: 4,
    maxSize: 8,
  };
  const schedules = (...all: FleetSchedule[]): Synthesized =>
    synthesize((stack) => new FleetSchedules(stack, 'Schedules', { autoScalingGroupName: 'web', schedules: all }));

  test('repeat by the clock of UTC, down to nothing', () => {
    expect(schedules(NIGHT).only('aws_autoscaling_schedule')).toMatchObject({
      autoscaling_group_name: 'web',
      scheduled_action_name: 'night',
      recurrence: '0 20 * * *',
      time_zone: 'UTC',
      min_size: 0,
      desired_capacity: 0,
      max_size: 0,
    });
  });

  test('happen once', () => {
    const attributes = schedules(SALE).only('aws_autoscaling_schedule');

    expect(attributes).toMatchObject({ start_time: '2027-01-01T12:00:00Z', min_size: 4, max_size: 8 });
    expect(attributes).not.toHaveProperty('recurrence');
  });

  test('stay what they are when another one is added in front', () => {
    const before = Object.keys(schedules(NIGHT).resources('aws_autoscaling_schedule'));

    expect(Object.keys(schedules(SALE, NIGHT).resources('aws_autoscaling_schedule'))).toEqual(
      expect.arrayContaining(before),
    );
  });

  test('fail with every problem at once', () => {
    const wrong = { ...SALE, startTime: '2027-01-01 12:00', minSize: 5 };

    expect(() => schedules(NIGHT, { ...NIGHT, startTime: SALE.startTime }, wrong)).toThrow(
      [
        "'name' of a schedule must be unique, got 'night' twice; rename one",
        "schedule 'night' must have either 'recurrence' or 'startTime', got both; give exactly one",
        "'startTime' of 'sale' must be a UTC time, got '2027-01-01 12:00'; write it like '2027-01-01T12:00:00Z'",
        "'minSize' <= 'desiredCapacity' <= 'maxSize' must hold for schedule 'sale', got 5, 4 and 8; " +
          'correct the one that is out of place',
      ].join('\n'),
    );
  });

  test('fail when they never happen', () => {
    expect(() => schedules({ ...NIGHT, recurrence: undefined })).toThrow(
      "schedule 'night' must have either 'recurrence' or 'startTime', got neither; give exactly one",
    );
  });
});
