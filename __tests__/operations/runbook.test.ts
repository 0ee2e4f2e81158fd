import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as operations from '../../src/operations';
import { synthesize } from '../../src/testing';
import { NAME, TOPICS } from './support';

const RUNBOOK = readFileSync(join(__dirname, '../../docs/runbooks/alarms.md'), 'utf8');
const COMMON = { name: NAME, topics: TOPICS };

/** Every kind of alarm this package can make. */
const ALARMS = synthesize((stack) => {
  const loadBalancer = { arnSuffix: 'app/site/1', targetGroupArnSuffix: 'targetgroup/web/2' };
  new operations.LoadBalancerAlarms(stack, 'A', { ...COMMON, loadBalancer, minHealthyHosts: 1, certificateArn: 'arn' });
  new operations.FleetAlarms(stack, 'B', { ...COMMON, autoScalingGroupName: 'web' });
  const instance = { instanceIdentifier: 'db', instanceClass: 'db.t4g.micro', allocatedStorageGiB: 20 };
  new operations.DatabaseAlarms(stack, 'C', { ...COMMON, ...instance });
  new operations.SharedFilesAlarms(stack, 'D', { ...COMMON, fileSystemId: 'fs-1', throughputMode: 'bursting' });
  new operations.NatAlarms(stack, 'E', { ...COMMON, natGatewayIds: { 'eu-west-1a': 'nat-1' } });
  new operations.SiteErrorAlarms(stack, 'G', { ...COMMON, logGroupName: '/wordpress/staging/php' });
  new operations.AlarmDelivery(stack, 'F', COMMON);
}).list('aws_cloudwatch_metric_alarm');

const anchors = new Set(ALARMS.map((alarm) => /alarms\.md#(.+)$/.exec(String(alarm['alarm_description']))?.[1] ?? ''));
const entries = [...RUNBOOK.matchAll(/^### (\S+)$/gm)].map((match) => match[1] ?? '');

describe('the runbook of alarms', () => {
  test('has an entry for every alarm', () => {
    expect([...anchors].filter((anchor) => !entries.includes(anchor))).toEqual([]);
  });

  test('has no entry without an alarm', () => {
    expect(entries.filter((entry) => !anchors.has(entry))).toEqual([]);
  });

  test('says in every entry what to look at and how to mend it', () => {
    const sections = RUNBOOK.split(/^#{2,3} /m).filter((section) => entries.includes(section.split('\n')[0] ?? ''));

    expect(sections.filter((section) => !/- First look/.test(section) || !/[Ff]ix:/.test(section))).toEqual([]);
  });

  test('names the severity each alarm really has', () => {
    const wrong = ALARMS.filter((alarm) => !String(alarm['alarm_name']).includes('alarm-delivery')).filter((alarm) => {
      const [, severity, anchor] = /\((critical|warning)\).*#(.+)$/.exec(String(alarm['alarm_description'])) ?? [];
      return !RUNBOOK.includes(`### ${anchor}\n\n${severity}. `);
    });

    expect(wrong.map((alarm) => alarm['alarm_name'])).toEqual([]);
  });

  test('links only to headings that exist', () => {
    const links = [...RUNBOOK.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1] ?? '');

    expect(links.filter((link) => !entries.includes(link))).toEqual([]);
  });
});

describe('every alarm', () => {
  test('has an action both ways, a rule for missing data and whole minutes', () => {
    for (const alarm of ALARMS) {
      expect(alarm['alarm_actions']).toHaveLength(1);
      expect(alarm['ok_actions']).toEqual(alarm['alarm_actions']);
      expect(['breaching', 'notBreaching', 'ignore']).toContain(alarm['treat_missing_data']);
      const queries = (alarm['metric_query'] ?? []) as { metric?: { period: number } }[];
      const periods = [alarm['period'], ...queries.map(({ metric }) => metric?.period)].filter((p) => p !== undefined);
      expect(periods.filter((period) => Number(period) % 60 !== 0)).toEqual([]);
      expect(periods.length).toBeGreaterThan(0);
    }
  });

  test('fits the lengths CloudWatch accepts', () => {
    for (const alarm of ALARMS) {
      expect(String(alarm['alarm_name']).length).toBeLessThanOrEqual(255);
      expect(String(alarm['alarm_description']).length).toBeLessThanOrEqual(1024);
    }
  });
});
