import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { CodebuildProject } from '@cdktf/provider-aws/lib/codebuild-project';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { SchedulerSchedule } from '@cdktf/provider-aws/lib/scheduler-schedule';
import { Construct } from 'constructs';
import { driftBuild } from './drift-build';

/** What a schedule looks at, and when. */
export interface DriftScheduleProps {
  /** Lower-case letters, digits and hyphens, at most 40 characters; names of what is made begin with it. */
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  /** HTTPS address of the repository; CodeBuild needs a connection to it in this account. */
  readonly repositoryUrl: string;
  /** What `wordpress-ha drift role --history ... --topic ...` printed: the policy of the role that can only look. */
  readonly readerPolicy: string;
  /** Place that keeps the history, `s3://acme-reports/drift`. */
  readonly history: string;
  /** ARN of the SNS topic that is told of changes. */
  readonly topicArn: string;
  /**
   * Schedule expression of EventBridge, in UTC.
   *
   * @default 'cron(0 4 * * ? *)'
   */
  readonly schedule?: string;
  /**
   * Minutes within which a check begins at a random moment, so that those of many accounts do not meet.
   *
   * @default 30
   */
  readonly jitterMinutes?: number;
}

const LOG_DAYS = 30;

/** Looks for drift of every environment of an account by a schedule, one check at a time, with a role that can only look. */
export class DriftSchedule extends Construct {
  /** Looks at what the stacks hold; attach nothing to it. */
  readonly readerRole: IamRole;

  constructor(scope: Construct, id: string, props: DriftScheduleProps) {
    super(scope, id);
    const { name, accountId, region, schedule = 'cron(0 4 * * ? *)', jitterMinutes = 30 } = props;
    const projectArn = `arn:aws:codebuild:${region}:${accountId}:project/${name}`;

    const logs = new CloudwatchLogGroup(this, 'Logs', { name: `/aws/codebuild/${name}`, retentionInDays: LOG_DAYS });
    const builder = this.role('Builder', `${name}-builder`, trust({ Service: 'codebuild.amazonaws.com' }, accountId));
    this.readerRole = this.role('Reader', `${name}-reader`, trust({ AWS: builder.arn }));
    new IamRolePolicy(this, 'ReaderPolicy', { role: this.readerRole.id, policy: props.readerPolicy });
    new IamRolePolicy(this, 'BuilderPolicy', {
      role: builder.id,
      policy: policy(
        { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: [`${logs.arn}:*`] },
        { Action: ['sts:AssumeRole'], Resource: [this.readerRole.arn] },
      ),
    });
    const project = new CodebuildProject(this, 'Project', {
      name,
      description: 'Looks for drift and changes nothing',
      serviceRole: builder.arn,
      source: {
        ...{ type: 'GITHUB', location: props.repositoryUrl, gitCloneDepth: 1 },
        buildspec: JSON.stringify(driftBuild({ ...props, readerRoleArn: this.readerRole.arn })),
      },
      artifacts: { type: 'NO_ARTIFACTS' },
      environment: {
        type: 'LINUX_CONTAINER',
        computeType: 'BUILD_GENERAL1_LARGE',
        image: 'aws/codebuild/standard:7.0',
      },
      logsConfig: { cloudwatchLogs: { groupName: logs.name } },
      buildTimeout: 120,
      // two checks must not write one history: a second one is refused
      concurrentBuildLimit: 1,
    });
    const starter = this.role('Starter', `${name}-starter`, trust({ Service: 'scheduler.amazonaws.com' }, accountId));
    new IamRolePolicy(this, 'StarterPolicy', {
      role: starter.id,
      policy: policy({ Action: ['codebuild:StartBuild'], Resource: [projectArn] }),
    });
    new SchedulerSchedule(this, 'Resource', {
      name,
      scheduleExpression: schedule,
      flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: jitterMinutes },
      target: { arn: project.arn, roleArn: starter.arn, retryPolicy: { maximumRetryAttempts: 0 } },
    });
  }

  private role(id: string, name: string, assumeRolePolicy: string): IamRole {
    return new IamRole(this, id, { name, assumeRolePolicy });
  }
}

/** Lets somebody take a role; a service only for this account. */
function trust(principal: Readonly<Record<string, string>>, accountId?: string): string {
  const condition = accountId === undefined ? {} : { Condition: { StringEquals: { 'aws:SourceAccount': accountId } } };
  return policy({ Action: ['sts:AssumeRole'], Principal: principal, ...condition });
}

function policy(...statements: readonly object[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
  });
}
