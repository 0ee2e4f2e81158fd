import { valueAt, type AttributePath } from '../compare/attribute-path';
import type { Change } from '../plan/plan-reader';

/** Who changes an attribute in the normal course of things, and within which bounds. */
interface ExpectedActor {
  readonly type: string;
  readonly attribute: string;
  readonly actor: string;
  /** The bounds within which it is normal, in words. */
  readonly rule: string;
  readonly holds: (before: unknown, after: unknown, live: unknown) => boolean;
}

/** A change that is no finding, and the rule that says so. */
export interface ExpectedChange {
  readonly address: string;
  /** Path inside the resource. */
  readonly attribute: string;
  /** Who makes such changes. */
  readonly actor: string;
  /** Why it counts as normal. */
  readonly rule: string;
}

const ENGINE_PATCH = 'only the last part of the engine version went up';

const EXPECTED: readonly ExpectedActor[] = [
  {
    type: 'aws_autoscaling_group',
    attribute: 'desired_capacity',
    actor: 'EC2 Auto Scaling',
    rule: 'desired_capacity lies between min_size and max_size',
    holds: (_before, after, live) => isWithin(after, valueAt(live, ['min_size']), valueAt(live, ['max_size'])),
  },
  {
    type: 'aws_db_instance',
    attribute: 'allocated_storage',
    actor: 'RDS storage autoscaling',
    rule: 'allocated_storage grew and is at most max_allocated_storage',
    holds: (before, after, live) => isWithin(after, before, valueAt(live, ['max_allocated_storage'])),
  },
  {
    type: 'aws_acm_certificate',
    attribute: 'status',
    actor: 'AWS Certificate Manager',
    rule: 'the certificate is issued',
    holds: (_before, after) => after === 'ISSUED',
  },
  ...['aws_db_instance', 'aws_rds_cluster', 'aws_elasticache_replication_group'].flatMap((type) =>
    ['engine_version', 'engine_version_actual'].map((attribute) => ({
      type,
      attribute,
      actor: type === 'aws_elasticache_replication_group' ? 'ElastiCache maintenance' : 'RDS maintenance',
      rule: ENGINE_PATCH,
      holds: isPatch,
    })),
  ),
];

/** Who makes such a change in the normal course of things; undefined where nobody does. */
export function expectedChange(
  { type, before, after }: Change,
  path: AttributePath,
): Pick<ExpectedChange, 'actor' | 'rule'> | undefined {
  const found = EXPECTED.find(
    (each) =>
      each.type === type &&
      path.length === 1 &&
      path[0] === each.attribute &&
      each.holds(valueAt(before, path), valueAt(after, path), after),
  );
  return found === undefined ? undefined : { actor: found.actor, rule: found.rule };
}

function isWithin(value: unknown, least: unknown, most: unknown): boolean {
  return (
    typeof value === 'number' &&
    typeof least === 'number' &&
    typeof most === 'number' &&
    least <= value &&
    value <= most
  );
}

/** `8.0.39` to `8.0.40`, but neither to `8.4.3` nor back. */
function isPatch(before: unknown, after: unknown): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  const [old, now] = [before.split('.'), after.split('.')];
  const last = old.length - 1;
  return (
    last > 0 &&
    old.length === now.length &&
    old.slice(0, last).join('.') === now.slice(0, last).join('.') &&
    Number(old[last]) < Number(now[last])
  );
}
