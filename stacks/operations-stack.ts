import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import type { Environment } from '../src/config';
import {
  AlarmDelivery,
  AlarmTopic,
  DatabaseAlarms,
  DatabaseEvents,
  FleetAlarms,
  FleetEvents,
  LoadBalancerAlarms,
  NatAlarms,
  SharedFilesAlarms,
  SiteErrorAlarms,
  type Severity,
} from '../src/operations';
import type { DataStack } from './data-stack';
import { EnvironmentStack, nameScope } from './environment-stack';
import type { FoundationStack } from './foundation-stack';
import type { WebStack } from './web-stack';

/** The stacks that are watched. */
export interface OperationsStackProps {
  readonly foundation: FoundationStack;
  readonly data: DataStack;
  readonly web: WebStack;
}

/** Alarms and where they go: observers only, safe to destroy. */
export class OperationsStack extends EnvironmentStack {
  constructor(scope: Construct, id: string, environment: Environment, { foundation, data, web }: OperationsStackProps) {
    super(scope, id, environment);
    const name = nameScope(environment);
    const topics = { critical: this.topic('critical', foundation), warning: this.topic('warning', foundation) };
    const watched = { name, topics };
    const { instanceIdentifier } = data.database;
    const { autoScalingGroupName } = web.fleet;

    new AlarmDelivery(this, 'Delivery', watched);
    new LoadBalancerAlarms(this, 'LoadBalancer', {
      ...watched,
      loadBalancer: web.loadBalancer,
      minHealthyHosts: smallestFleet(environment),
      certificateArn: web.certificateArn,
    });
    new FleetAlarms(this, 'Fleet', { ...watched, autoScalingGroupName });
    new FleetEvents(this, 'FleetEvents', { topic: topics.critical, autoScalingGroupName });
    new DatabaseAlarms(this, 'Database', { ...watched, ...environment.database, instanceIdentifier });
    new DatabaseEvents(this, 'DatabaseEvents', { name, topic: topics.warning, instanceIdentifier });
    new SharedFilesAlarms(this, 'Files', { ...watched, fileSystemId: data.files.fileSystemId });
    new SiteErrorAlarms(this, 'SiteErrors', { ...watched, logGroupName: web.logGroupNames.php });
    new NatAlarms(this, 'Nat', { ...watched, natGatewayIds: foundation.network.natGatewayIds });

    new TerraformOutput(this, 'critical_topic_arn', { value: topics.critical.topicArn });
    new TerraformOutput(this, 'warning_topic_arn', { value: topics.warning.topicArn });
  }

  private topic(severity: Severity, { observationKey }: FoundationStack): AlarmTopic {
    const { accountId, region, alertEmails } = this.environment;
    const id = severity === 'critical' ? 'CriticalTopic' : 'WarningTopic';
    return new AlarmTopic(this, id, {
      name: nameScope(this.environment),
      accountId,
      region,
      severity,
      key: observationKey,
      emails: alertEmails,
    });
  }
}

/** The fewest instances that any hour of the schedule leaves running. */
function smallestFleet({ fleet }: Environment): number {
  return Math.min(fleet.minSize, ...(fleet.schedules ?? []).map(({ minSize }) => minSize));
}
