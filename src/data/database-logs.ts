import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { Construct } from 'constructs';
import type { KeyReference } from './key-reference';

/** The logs of MySQL that are worth their storage. */
export const DATABASE_LOGS = ['error', 'slowquery'] as const;

export interface DatabaseLogsProps {
  readonly instanceIdentifier: string;
  readonly retentionDays: number;
  readonly key: KeyReference;
}

/**
 * The log groups that RDS writes the logs of one instance to.
 *
 * Made before the instance: RDS would make them itself, without retention and key.
 */
export class DatabaseLogs extends Construct {
  readonly logGroups: readonly CloudwatchLogGroup[];

  constructor(scope: Construct, id: string, props: DatabaseLogsProps) {
    super(scope, id);
    const { instanceIdentifier, retentionDays, key } = props;

    this.logGroups = DATABASE_LOGS.map(
      (log) =>
        new CloudwatchLogGroup(this, log, {
          name: `/aws/rds/instance/${instanceIdentifier}/${log}`,
          retentionInDays: retentionDays,
          kmsKeyId: key.keyArn,
        }),
    );
  }
}
