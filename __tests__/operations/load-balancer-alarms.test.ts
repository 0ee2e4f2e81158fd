import { LoadBalancerAlarms, type LoadBalancerAlarmsProps } from '../../src/operations';
import { synthesize, type Attributes } from '../../src/testing';
import { alarmNamed, alarmNames, NAME, TOPICS } from './support';

const PROPS: LoadBalancerAlarmsProps = {
  name: NAME,
  topics: TOPICS,
  loadBalancer: { arnSuffix: 'app/site/1', targetGroupArnSuffix: 'targetgroup/web/2' },
  minHealthyHosts: 2,
};
const BALANCER = { LoadBalancer: 'app/site/1' };
const TARGETS = { ...BALANCER, TargetGroup: 'targetgroup/web/2' };

function alarms(props: Partial<LoadBalancerAlarmsProps> = {}): readonly Attributes[] {
  return synthesize((stack) => new LoadBalancerAlarms(stack, 'Alarms', { ...PROPS, ...props })).list(
    'aws_cloudwatch_metric_alarm',
  );
}

describe('LoadBalancerAlarms', () => {
  test('watches errors, hosts and latency', () => {
    expect(alarmNames(alarms())).toEqual([
      'healthy-hosts',
      'latency',
      'load-balancer-errors',
      'rejected-connections',
      'target-connection-errors',
      'target-errors',
      'unhealthy-hosts',
    ]);
  });

  test('goes off at five errors of the load balancer a minute in three of five minutes', () => {
    expect(alarmNamed(alarms(), 'load-balancer-errors')).toMatchObject({
      metric_name: 'HTTPCode_ELB_5XX_Count',
      dimensions: BALANCER,
      statistic: 'Sum',
      threshold: 5,
      evaluation_periods: 5,
      datapoints_to_alarm: 3,
      treat_missing_data: 'notBreaching',
    });
  });

  test('goes off when one percent of the answers are errors, but not for a few on a quiet night', () => {
    const { metric_query: queries, threshold } = alarmNamed(alarms(), 'target-errors');

    expect(threshold).toBe(1);
    expect(queries).toContainEqual(
      expect.objectContaining({ expression: 'IF(errors >= 5, 100 * errors / requests, 0)', return_data: true }),
    );
  });

  test.each([
    ['target-connection-errors', { metric_name: 'TargetConnectionErrorCount', threshold: 5, dimensions: TARGETS }],
    ['rejected-connections', { metric_name: 'RejectedConnectionCount', threshold: 0, dimensions: BALANCER }],
    ['unhealthy-hosts', { metric_name: 'UnHealthyHostCount', threshold: 1, evaluation_periods: 5 }],
    ['latency', { metric_name: 'TargetResponseTime', extended_statistic: 'p95', threshold: 2, evaluation_periods: 5 }],
  ])('%s has the limits of its kind', (name, expected) => {
    expect(alarmNamed(alarms(), name)).toMatchObject(expected);
  });

  test('takes silence for no healthy host at all', () => {
    expect(alarmNamed(alarms(), 'healthy-hosts')).toMatchObject({
      metric_name: 'HealthyHostCount',
      comparison_operator: 'LessThanThreshold',
      threshold: 2,
      treat_missing_data: 'breaching',
    });
  });

  test('has no floor for a fleet that may sleep', () => {
    expect(alarmNames(alarms({ minHealthyHosts: 0 }))).not.toContain('healthy-hosts');
  });

  test('watches the renewal of a certificate', () => {
    expect(alarmNamed(alarms({ certificateArn: 'arn:cert' }), 'certificate-expiry')).toMatchObject({
      dimensions: { CertificateArn: 'arn:cert' },
      threshold: 30,
      period: 86_400,
    });
  });
});
