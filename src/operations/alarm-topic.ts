import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { Construct } from 'constructs';
import { physicalName, type NameScope } from '../core/naming';
import { policyDocument, type PolicyStatement } from '../core/policy-document';
import type { Severity } from './alarm';

/** Who gets alarms of one severity. */
export interface AlarmTopicProps {
  readonly name: NameScope;
  readonly accountId: string;
  readonly region: string;
  readonly severity: Severity;
  /**
   * Encrypts what waits in the topic. Its policy must let CloudWatch, RDS events and Auto Scaling use it: alarms
   * vanish silently otherwise, and the key AWS manages for SNS (`alias/aws/sns`) lets none of them in.
   */
  readonly key: { readonly keyArn: string };
  /** Every address gets a mail and has to confirm it once; until then it is told nothing. */
  readonly emails: readonly string[];
}

/**
 * An encrypted SNS topic into which only alarms, RDS events and Auto Scaling of this account can write, and only by TLS.
 *
 * One topic for each severity. Mail costs nothing for the first thousand a month.
 */
export class AlarmTopic extends Construct {
  readonly topicArn: string;
  readonly topicName: string;
  readonly resource: SnsTopic;

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const { name, severity, key, emails } = props;

    this.resource = new SnsTopic(this, 'Resource', {
      name: physicalName(name, 'alarms', severity),
      displayName: physicalName(name, severity),
      kmsMasterKeyId: key.keyArn,
    });
    const policy = new SnsTopicPolicy(this, 'Policy', {
      arn: this.resource.arn,
      policy: policyDocument(statements(this.resource.arn, props)),
    });
    for (const endpoint of [...new Set(emails)]) {
      new SnsTopicSubscription(this, `Email-${endpoint}`, { topicArn: this.resource.arn, protocol: 'email', endpoint });
    }

    // read from the policy, so that nothing refers to the topic before it accepts messages
    this.topicArn = policy.arn;
    this.topicName = this.resource.name;
  }
}

function statements(topicArn: string, { accountId, region }: AlarmTopicProps): readonly PolicyStatement[] {
  const publish = { actions: ['sns:Publish'], resources: [topicArn] };
  const serviceRole = `arn:aws:iam::${accountId}:role/aws-service-role/autoscaling.amazonaws.com/*`;
  const from = (sourceArn: string) => ({
    StringEquals: { 'aws:SourceAccount': accountId },
    ArnLike: { 'aws:SourceArn': sourceArn },
  });
  return [
    {
      sid: 'Alarms',
      ...publish,
      principals: { Service: 'cloudwatch.amazonaws.com' },
      conditions: from(`arn:aws:cloudwatch:${region}:${accountId}:alarm:*`),
    },
    {
      sid: 'DatabaseEvents',
      ...publish,
      principals: { Service: 'events.rds.amazonaws.com' },
      conditions: from(`arn:aws:rds:${region}:${accountId}:es:*`),
    },
    {
      // named by a condition: a policy that names a role which the account does not have yet is refused
      sid: 'FleetEvents',
      ...publish,
      principals: { AWS: `arn:aws:iam::${accountId}:root` },
      conditions: { ArnLike: { 'aws:PrincipalArn': serviceRole } },
    },
    {
      sid: 'TlsOnly',
      effect: 'Deny',
      ...publish,
      principals: { AWS: '*' },
      conditions: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ];
}
