import type { Block } from '../../model/block';
import { defineRule } from '../../rule/rule';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';
import { activeRules } from './lifecycle-rules';

/** Days that S3 keeps objects before it moves them to Infrequent Access, and bills Glacier at least (S3 user guide). */
const INFREQUENT_ACCESS_DAYS = 30;
const GLACIER_DAYS = 90;

/** Where in a rule the ages of current and of noncurrent versions lie. */
const AGES = [
  { transition: 'transition', expiration: 'expiration', days: 'days' },
  {
    transition: 'noncurrent_version_transition',
    expiration: 'noncurrent_version_expiration',
    days: 'noncurrent_days',
  },
] as const;

export const LIFECYCLE_ORDER = defineRule({
  id: 'WPHA-S3-024',
  title: 'objects go from warm to cold storage, and expire last',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket_lifecycle_configuration'],
  rows: ['S3-024'],
  maps: {},
  why: 'S3 refuses some orders only when the plan is applied, and bills others as if the objects had stayed.',
  fix: 'Move to Infrequent Access after 30 days or more, then to GLACIER, 90 days later to DEEP_ARCHIVE, and expire after that.',
  check: (lifecycle) => activeRules(lifecycle).flatMap((rule) => AGES.map((names) => judge(rule, names))),
});

function judge(rule: Block, { transition, expiration, days }: (typeof AGES)[number]): Verdict {
  const moves = rule.blocks(transition);
  const end = rule.blocks(expiration).map((block) => block.get(days));
  const told = [...moves.flatMap((move) => [move.get(days), move.get('storage_class')]), ...end];
  if (told.some((value) => value.isUnclear)) return unknown([rule, transition], 'the ages are not known yet');
  const age = (...classes: readonly string[]): number | undefined =>
    moves.find((move) => move.get('storage_class').is(...classes))?.get(days).number;
  const ages: Ages = {
    infrequent: age('STANDARD_IA', 'ONEZONE_IA'),
    glacier: age('GLACIER'),
    deep: age('DEEP_ARCHIVE'),
    last: Math.max(...moves.map((move) => move.get(days).number ?? 0)),
    // a plan writes 0 where only delete markers expire
    end: end.map(({ number }) => number ?? 0).find((number) => number > 0),
  };
  const problem = problemOf(ages);
  return problem === undefined ? pass() : fail([rule, transition], problem);
}

interface Ages {
  readonly infrequent: number | undefined;
  readonly glacier: number | undefined;
  readonly deep: number | undefined;
  /** Age at the last move; `-Infinity` without any. */
  readonly last: number;
  readonly end: number | undefined;
}

function problemOf({ infrequent, glacier, deep, last, end }: Ages): string | undefined {
  if (infrequent !== undefined && infrequent < INFREQUENT_ACCESS_DAYS) {
    return `objects move to Infrequent Access after ${infrequent} days, before ${INFREQUENT_ACCESS_DAYS}`;
  }
  if (infrequent !== undefined && glacier !== undefined && glacier <= infrequent) {
    return `objects move to GLACIER after ${glacier} days, not after Infrequent Access (${infrequent})`;
  }
  if (glacier !== undefined && deep !== undefined && deep < glacier + GLACIER_DAYS) {
    return `objects move to DEEP_ARCHIVE after ${deep} days, less than ${GLACIER_DAYS} after GLACIER (${glacier})`;
  }
  return end !== undefined && end <= last
    ? `objects expire after ${end} days, before the last move (${last})`
    : undefined;
}
