import { expectValue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';
import type { Resource } from '../../model/resource';

/** What AWS Foundational Security Best Practices ask for. */
const MOST_DAYS = 90;

const DAYS = 'rotation_rules.automatically_after_days';
const SCHEDULE = 'rotation_rules.schedule_expression';

export const ROTATION_INTERVAL = defineRule({
  id: 'WPHA-KMS-008',
  title: 'secrets rotate every 90 days at least',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_secretsmanager_secret_rotation'],
  rows: ['KMS-008'],
  maps: { checkov: ['CKV_AWS_304'], fsbp: ['SecretsManager.4'] },
  why: 'A secret that leaked is of use until it changes, so the interval is how long a leak nobody noticed lasts.',
  fix: "Set 'automatically_after_days' to 90 or less, or 'schedule_expression' to a rate or a monthly cron.",
  check: (rotation) => {
    if (rotation.get(SCHEDULE).isSet) return judgeSchedule(rotation);
    return expectValue(rotation, DAYS, ({ number = 0 }) => number > 0 && number <= MOST_DAYS, {
      wanted: `a number of days up to ${MOST_DAYS}`,
    });
  },
});

/** `rate(30 days)`, `rate(12 hours)`, or `cron(0 8 1 * ? *)` with its six fields. */
function judgeSchedule(rotation: Resource): Verdict {
  const { text } = rotation.get(SCHEDULE);
  if (text === undefined) return unknown([rotation, SCHEDULE]);
  const [, count, unit] = /^rate\((\d+) (day|hour)s?\)$/.exec(text) ?? [];
  if (count !== undefined) {
    const days = unit === 'day' ? Number(count) : Number(count) / 24;
    return days <= MOST_DAYS ? pass() : fail([rotation, SCHEDULE], `the secret rotates every ${days} days`);
  }
  const [, , , month, , year] = text.replace(/^cron\((.*)\)$/, '$1').split(/\s+/);
  if (month === '*' && year === '*') return pass();
  return unknown([rotation, SCHEDULE], `how often '${text}' rotates the secret cannot be told`);
}
