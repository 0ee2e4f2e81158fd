import { UserError, messageOf } from '../../core/errors';
import { awsSettings } from '../../terraform/aws-settings';
import type { Variables } from '../../terraform/process/process-environment';
import type { Notifier } from './news';

/** Publishes to a topic of SNS; the client is loaded with the first message. */
export function topic(arn: string, variables: Variables): Notifier {
  return async ({ subject, text }) => {
    const { SNSClient, PublishCommand } = await import('@aws-sdk/client-sns');
    const [, , , region = ''] = arn.split(':');
    const client = new SNSClient({ region, maxAttempts: 4, ...awsSettings(variables, 'SNS') });
    try {
      await client.send(new PublishCommand({ TopicArn: arn, Subject: subject, Message: text }));
    } catch (error) {
      throw new UserError(`${arn} cannot be told: ${messageOf(error)}; allow 'sns:Publish' on it`);
    } finally {
      client.destroy();
    }
  };
}
