import type { Construct } from 'constructs';
import { AlarmDelivery, FleetAlarms, NatAlarms, SharedFilesAlarms, SiteErrorAlarms } from '../../src/operations';
import { synthesize, type Attributes } from '../../src/testing';
import { alarmNamed, alarmNames, CRITICAL_ARN, NAME, TOPICS, WARNING_ARN } from './support';

const COMMON = { name: NAME, topics: TOPICS };

function alarms(fill: (scope: Construct) => unknown): readonly Attributes[] {
  return synthesize((stack) => void fill(stack)).list('aws_cloudwatch_metric_alarm');
}

describe('FleetAlarms', () => {
  const fleet = (agentNamespace?: string) =>
    alarms((scope) => new FleetAlarms(scope, 'Alarms', { ...COMMON, autoScalingGroupName: 'web', agentNamespace }));

  test('goes off when the group is busier than 80 % for ten minutes', () => {
    expect(alarmNamed(fleet(), 'fleet-cpu')).toMatchObject({
      namespace: 'AWS/EC2',
      dimensions: { AutoScalingGroupName: 'web' },
      statistic: 'Average',
      threshold: 80,
      period: 600,
    });
  });

  test.each([
    ['fleet-memory', 'mem_used_percent', 90],
    ['fleet-disk', 'disk_used_percent', 85],
  ])('%s watches the fullest instance', (name, metric, threshold) => {
    expect(alarmNamed(fleet(), name)).toMatchObject({
      namespace: 'Site/Instances',
      metric_name: metric,
      statistic: 'Maximum',
      threshold,
    });
  });

  test('reads memory and disk from the namespace it is told', () => {
    expect(alarmNamed(fleet('CWAgent'), 'fleet-disk')).toMatchObject({ namespace: 'CWAgent' });
  });
});

describe('SharedFilesAlarms', () => {
  const files = (throughputMode?: 'elastic' | 'bursting') =>
    alarms((scope) => new SharedFilesAlarms(scope, 'Alarms', { ...COMMON, fileSystemId: 'fs-1', throughputMode }));

  test('goes off at 80 % of the permitted throughput in six of ten minutes', () => {
    const alarm = alarmNamed(files(), 'files-throughput');

    expect(alarm).toMatchObject({ threshold: 80, evaluation_periods: 10, datapoints_to_alarm: 6 });
    expect(alarm['metric_query']).toContainEqual(
      expect.objectContaining({ expression: '100 * (metered / PERIOD(metered)) / permitted' }),
    );
  });

  test('goes off at 95 % of the operations, on average of a quarter of an hour, three times', () => {
    expect(alarmNamed(files(), 'files-operations')).toMatchObject({
      metric_name: 'PercentIOLimit',
      threshold: 95,
      period: 900,
      evaluation_periods: 3,
    });
  });

  test('watches credits in bursting mode only', () => {
    expect(alarmNames(files())).not.toContain('files-burst-credits');
    expect(alarmNamed(files('bursting'), 'files-burst-credits')).toMatchObject({
      threshold: 192_416_666_667,
      period: 600,
      evaluation_periods: 1,
    });
  });
});

describe('SiteErrorAlarms', () => {
  test('counts fatal errors in the log and speaks at five within five minutes', () => {
    const json = synthesize(
      (stack) => new SiteErrorAlarms(stack, 'Alarms', { ...COMMON, logGroupName: '/wordpress/staging/php' }),
    );
    const counted = { namespace: 'Site/Errors', name: 'wordpress-staging-php-fatal-errors', value: '1' };

    expect(json.only('aws_cloudwatch_log_metric_filter')).toMatchObject({
      log_group_name: '/wordpress/staging/php',
      pattern: '?"PHP Fatal error" ?"PHP Parse error"',
      metric_transformation: counted,
    });
    expect(json.only('aws_cloudwatch_metric_alarm')).toMatchObject({
      namespace: counted.namespace,
      metric_name: counted.name,
      threshold: 5,
      period: 300,
    });
  });
});

describe('NatAlarms', () => {
  const nat = alarms(
    (scope) =>
      new NatAlarms(scope, 'Alarms', { ...COMMON, natGatewayIds: { 'eu-west-1a': 'nat-a', 'eu-west-1b': 'nat-b' } }),
  );

  test('watches ports and packets of the gateway in every zone', () => {
    expect(alarmNames(nat)).toEqual([
      'nat-packets-eu-west-1a',
      'nat-packets-eu-west-1b',
      'nat-ports-eu-west-1a',
      'nat-ports-eu-west-1b',
    ]);
    expect(alarmNamed(nat, 'nat-ports-eu-west-1b')).toMatchObject({
      metric_name: 'ErrorPortAllocation',
      dimensions: { NatGatewayId: 'nat-b' },
      threshold: 0,
    });
  });
});

describe('AlarmDelivery', () => {
  test('tells the other topic when one cannot deliver', () => {
    const all = alarms((scope) => new AlarmDelivery(scope, 'Alarms', COMMON));

    expect(alarmNamed(all, 'alarm-delivery-critical')).toMatchObject({
      dimensions: { TopicName: 'critical' },
      alarm_actions: [WARNING_ARN],
    });
    expect(alarmNamed(all, 'alarm-delivery-warning')).toMatchObject({
      dimensions: { TopicName: 'warning' },
      alarm_actions: [CRITICAL_ARN],
    });
  });
});
