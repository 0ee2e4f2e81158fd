import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { IConstruct } from 'constructs';
import type { Environment } from '../../src/config';
import { acceptor } from './acceptor';

/** Accepts that log groups keep less than a year, in production, where the policy wants one. */
export function acceptAtLogGroups(scope: IConstruct, environment: Environment): void {
  const { logRetentionDays, stage } = environment;
  if (stage !== 'production' || logRetentionDays >= 365) return;
  for (const group of scope.node.findAll().filter((each) => each instanceof CloudwatchLogGroup)) {
    acceptor(group, environment)(
      'WPHA-LOG-002',
      'requests are kept for a year in the logs bucket; what else is logged serves to find faults and holds addresses of visitors',
    );
  }
}
