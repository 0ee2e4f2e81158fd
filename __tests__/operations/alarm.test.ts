import fc from 'fast-check';
import { Alarm, defineAlarms, runbookAnchor, type AlarmProps } from '../../src/operations';
import { synthesize, type Attributes } from '../../src/testing';
import { CRITICAL_ARN, NAME, TOPICS, WARNING_ARN } from './support';

const REQUESTS = {
  namespace: 'AWS/ApplicationELB',
  metricName: 'RequestCount',
  dimensions: { LoadBalancer: 'app/site/1' },
  statistic: 'Sum',
} as const;

const PROPS: AlarmProps = {
  name: NAME,
  topics: TOPICS,
  meaning: 'Too many requests',
  severity: 'warning',
  metric: REQUESTS,
  comparison: '>=',
  threshold: 5,
  evaluationPeriods: 3,
  missingData: 'notBreaching',
};

function alarm(props: Partial<AlarmProps> = {}): Attributes {
  return synthesize((stack) => new Alarm(stack, 'ManyRequests', { ...PROPS, ...props })).only(
    'aws_cloudwatch_metric_alarm',
  );
}

describe('Alarm', () => {
  test('watches the statistic of its metric by the minute', () => {
    expect(alarm()).toMatchObject({
      namespace: 'AWS/ApplicationELB',
      metric_name: 'RequestCount',
      dimensions: { LoadBalancer: 'app/site/1' },
      statistic: 'Sum',
      period: 60,
      threshold: 5,
      comparison_operator: 'GreaterThanOrEqualToThreshold',
    });
  });

  test('takes a longer period', () => {
    expect(alarm({ periodSeconds: 300 })).toMatchObject({ period: 300 });
  });

  test.each([
    ['>', 'GreaterThanThreshold'],
    ['>=', 'GreaterThanOrEqualToThreshold'],
    ['<', 'LessThanThreshold'],
  ] as const)('compares by %s', (comparison, operator) => {
    expect(alarm({ comparison })).toMatchObject({ comparison_operator: operator });
  });

  test('needs every datapoint to breach', () => {
    expect(alarm()).toMatchObject({ evaluation_periods: 3, datapoints_to_alarm: 3 });
  });

  test('needs as many datapoints to breach as it is told', () => {
    expect(alarm({ datapointsToAlarm: 2 })).toMatchObject({ evaluation_periods: 3, datapoints_to_alarm: 2 });
  });

  test.each(['breaching', 'notBreaching', 'ignore'] as const)('counts missing data as %s', (missingData) => {
    expect(alarm({ missingData })).toMatchObject({ treat_missing_data: missingData });
  });

  test.each([
    ['critical', CRITICAL_ARN],
    ['warning', WARNING_ARN],
  ] as const)('tells the %s topic that it went off and that it is over', (severity, arn) => {
    expect(alarm({ severity })).toMatchObject({ actions_enabled: true, alarm_actions: [arn], ok_actions: [arn] });
  });

  test('is named after its kind and points at its runbook entry', () => {
    expect(alarm()).toMatchObject({
      alarm_name: 'wordpress-staging-many-requests',
      alarm_description: 'Too many requests (warning). Runbook: docs/runbooks/alarms.md#many-requests',
    });
  });

  test('shares the runbook entry with the others of its kind', () => {
    const { alarm_name, alarm_description } = alarm({ key: 'eu-west-1a' });

    expect(alarm_name).toBe('wordpress-staging-many-requests-eu-west-1a');
    expect(alarm_description).toMatch(/alarms\.md#many-requests$/);
  });

  test('asks for a percentile in its own attribute', () => {
    const attributes = alarm({ metric: { ...REQUESTS, statistic: 'p95' } });

    expect(attributes).toMatchObject({ extended_statistic: 'p95' });
    expect(attributes).not.toHaveProperty('statistic');
  });

  test('calculates with several metrics and returns only the result', () => {
    const { metric_query: queries, ...rest } = alarm({
      metric: { expression: 'a / b', metrics: { a: REQUESTS, b: REQUESTS } },
    });

    expect(queries).toEqual([
      { id: 'result', expression: 'a / b', label: 'result', return_data: true },
      expect.objectContaining({ id: 'a', metric: expect.objectContaining({ period: 60, stat: 'Sum' }) as object }),
      expect.objectContaining({ id: 'b' }),
    ]);
    expect(rest).not.toHaveProperty('metric_name');
    expect(rest).not.toHaveProperty('period');
  });

  test('refuses every period that is not a multiple of a minute', () => {
    const wrong = fc.integer({ min: -120, max: 3600 }).filter((seconds) => seconds < 60 || seconds % 60 !== 0);
    fc.assert(
      fc.property(wrong, (periodSeconds) => {
        expect(() => alarm({ periodSeconds })).toThrow(
          `'periodSeconds' must be a positive multiple of 60, got ${periodSeconds}; use whole minutes\n  in test/ManyRequests (Alarm)`,
        );
      }),
      { numRuns: 20 },
    );
  });

  test('refuses more datapoints than it looks at', () => {
    expect(() => alarm({ datapointsToAlarm: 4 })).toThrow(
      "'datapointsToAlarm' must be 1 to 'evaluationPeriods' (3), got 4; lower it or raise 'evaluationPeriods'",
    );
  });

  test('refuses to look back longer than CloudWatch does', () => {
    expect(() => alarm({ periodSeconds: 1800, evaluationPeriods: 49 })).toThrow(
      "'periodSeconds' times 'evaluationPeriods' must not exceed 86400, got 88200; lower one of them",
    );
    expect(() => alarm({ periodSeconds: 3600, evaluationPeriods: 49 })).not.toThrow();
  });
});

test('defineAlarms makes one alarm for each entry', () => {
  const { name, topics, ...spec } = PROPS;
  const json = synthesize((stack) => {
    expect(defineAlarms(stack, { name, topics }, { First: spec, Second: spec })).toHaveLength(2);
  });

  expect(json.list('aws_cloudwatch_metric_alarm').map((each) => each['alarm_name'])).toEqual([
    'wordpress-staging-first',
    'wordpress-staging-second',
  ]);
});

test.each([
  ['Latency', 'latency'],
  ['FreeStorage', 'free-storage'],
  ['NatPorts', 'nat-ports'],
])('the runbook anchor of %s is %s', (id, anchor) => {
  expect(runbookAnchor(id)).toBe(anchor);
});
