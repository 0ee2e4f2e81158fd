import { DatabaseAlarms, type DatabaseAlarmsProps } from '../../src/operations';
import { synthesize, type Attributes } from '../../src/testing';
import { alarmNamed, alarmNames, NAME, TOPICS } from './support';

const PROPS: DatabaseAlarmsProps = {
  name: NAME,
  topics: TOPICS,
  instanceIdentifier: 'wordpress-staging',
  instanceClass: 'db.t4g.micro',
  allocatedStorageGiB: 20,
};

function alarms(props: Partial<DatabaseAlarmsProps> = {}): readonly Attributes[] {
  return synthesize((stack) => new DatabaseAlarms(stack, 'Alarms', { ...PROPS, ...props })).list(
    'aws_cloudwatch_metric_alarm',
  );
}

describe('DatabaseAlarms', () => {
  test('watches load, memory, disk and connections of one instance', () => {
    const all = alarms();

    expect(alarmNames(all)).toEqual([
      'database-connections',
      'database-cpu',
      'database-memory',
      'database-queue',
      'database-storage',
      'database-swap',
    ]);
    for (const each of all) expect(each['dimensions']).toEqual({ DBInstanceIdentifier: 'wordpress-staging' });
  });

  test.each([
    ['database-storage', 'FreeStorageSpace', 'LessThanThreshold', 2_147_483_648],
    ['database-cpu', 'CPUUtilization', 'GreaterThanThreshold', 80],
    ['database-memory', 'FreeableMemory', 'LessThanThreshold', 67_108_864],
    ['database-queue', 'DiskQueueDepth', 'GreaterThanThreshold', 64],
    ['database-swap', 'SwapUsage', 'GreaterThanThreshold', 268_435_456],
  ])('%s goes off at the required threshold of a small database', (name, metric, operator, threshold) => {
    expect(alarmNamed(alarms(), name)).toMatchObject({
      metric_name: metric,
      comparison_operator: operator,
      threshold,
      period: 600,
    });
  });

  test('wants a tenth of a larger disk free', () => {
    expect(alarmNamed(alarms({ allocatedStorageGiB: 100 }), 'database-storage')).toMatchObject({
      threshold: 10 * 2 ** 30,
    });
  });

  test('wants a twentieth of a larger memory free', () => {
    expect(alarmNamed(alarms({ instanceClass: 'db.r7g.large' }), 'database-memory')).toMatchObject({
      threshold: Math.floor(0.05 * 16 * 2 ** 30),
    });
  });

  test('goes off at 80 % of the connections the class allows', () => {
    expect(alarmNamed(alarms({ instanceClass: 'db.t4g.medium' }), 'database-connections')).toMatchObject({
      threshold: 272,
    });
  });

  test('goes off at 80 % of the connections it is told', () => {
    expect(alarmNamed(alarms({ maxConnections: 200 }), 'database-connections')).toMatchObject({ threshold: 160 });
  });

  test('takes silence for a database that is gone', () => {
    expect(alarmNamed(alarms(), 'database-cpu')).toMatchObject({ treat_missing_data: 'breaching' });
  });

  test('has no alarm on credits, which neither gp3 nor the unlimited classes have', () => {
    expect(alarms().filter((each) => /credit|burst/i.test(String(each['metric_name'])))).toEqual([]);
  });

  test('fails when no connection is allowed', () => {
    expect(() => alarms({ maxConnections: 0 })).toThrow(
      "'maxConnections' must be positive, got 0; leave it out to take what the class allows\n  in test/Alarms (DatabaseAlarms)",
    );
  });
});
