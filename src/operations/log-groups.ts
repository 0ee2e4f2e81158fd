import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import { LOG_RETENTION_DAYS } from '../core/log-retention';
import { NAME_LIMITS, type NameScope } from '../core/naming';

/** Which log groups there are, and how long they keep what is written. */
export interface LogGroupsProps {
  readonly name: NameScope;
  /** What is logged, such as `apache/access`: the part of the names behind `/<system>/<environment>/`. */
  readonly purposes: readonly string[];
  /** Days after which entries are deleted, one of the values that CloudWatch Logs accepts. */
  readonly retentionDays: number;
  /** Encrypts the entries; its policy must let `logs.<region>.amazonaws.com` use it. */
  readonly key: { readonly keyArn: string };
  /**
   * Keeps the groups from being destroyed with the stack.
   *
   * @default true
   */
  readonly protect?: boolean;
}

/**
 * Encrypted log groups with a retention; made before the instances that write to them, which could not set one.
 *
 * About USD 0.50 a GB written and USD 0.03 a GB and month kept.
 *
 * @throws ValidationError when 'retentionDays' is not accepted by CloudWatch Logs or a name is too long
 */
export class LogGroups extends Construct {
  /** Full names by purpose. */
  readonly logGroupNames: Readonly<Record<string, string>>;
  readonly logGroupArns: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: LogGroupsProps) {
    super(scope, id);
    const { name, purposes, retentionDays, key, protect = true } = props;
    if (!LOG_RETENTION_DAYS.includes(retentionDays)) {
      throw new ValidationError(
        this,
        `'retentionDays' must be one of ${LOG_RETENTION_DAYS.join(', ')}, got ${retentionDays}; take the next higher one`,
      );
    }

    const groups = purposes.map((purpose): [string, CloudwatchLogGroup] => [
      purpose,
      new CloudwatchLogGroup(this, purpose, {
        name: groupName(this, name, purpose),
        retentionInDays: retentionDays,
        kmsKeyId: key.keyArn,
        lifecycle: { preventDestroy: protect },
      }),
    ]);

    this.logGroupNames = Object.fromEntries(groups.map(([purpose, group]) => [purpose, group.name]));
    this.logGroupArns = Object.fromEntries(groups.map(([purpose, group]) => [purpose, group.arn]));
  }
}

function groupName(scope: LogGroups, { system, environment }: NameScope, purpose: string): string {
  const full = `/${system}/${environment}/${purpose}`;
  if (full.length > NAME_LIMITS.logGroup) {
    throw new ValidationError(
      scope,
      `'purposes' must give names of at most ${NAME_LIMITS.logGroup} characters, got ${full.length} for '${full}'; ` +
        `shorten it`,
    );
  }
  return full;
}
