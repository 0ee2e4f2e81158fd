import type { Attributes } from '../../src/testing';

/** Two environments' worth of nothing special: the name every test of this folder uses. */
export const NAME = { system: 'wordpress', environment: 'staging' } as const;

export const CRITICAL_ARN = 'arn:aws:sns:eu-west-1:123456789012:critical';
export const WARNING_ARN = 'arn:aws:sns:eu-west-1:123456789012:warning';

export const TOPICS = {
  critical: { topicArn: CRITICAL_ARN, topicName: 'critical' },
  warning: { topicArn: WARNING_ARN, topicName: 'warning' },
} as const;

/** The part of an alarm's name behind `wordpress-staging-`. */
export function alarmNames(alarms: readonly Attributes[]): readonly string[] {
  return alarms.map((alarm) => String(alarm['alarm_name']).replace('wordpress-staging-', '')).sort();
}

/** The alarm whose name ends so; fails when there is none. */
export function alarmNamed(alarms: readonly Attributes[], name: string): Attributes {
  const found = alarms.find((alarm) => alarm['alarm_name'] === `wordpress-staging-${name}`);
  if (found === undefined) throw new Error(`no alarm ${name} among ${alarmNames(alarms).join(', ')}`);
  return found;
}
