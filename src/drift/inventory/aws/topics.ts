import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';
import type { FoundObject } from '../inventory';
import type { ClientSettings } from './client-settings';

/** The endpoint may be a person's address or hold a token: it is not told. */
export async function subscriptions(settings: ClientSettings, topicArn: string): Promise<readonly FoundObject[]> {
  const client = new SNSClient(settings);
  const found: FoundObject[] = [];
  for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client }, { TopicArn: topicArn })) {
    for (const { SubscriptionArn: arn = '', Protocol = '' } of Subscriptions) {
      const label = `${Protocol} ${arn.split(':').at(-1) ?? ''}`;
      found.push({ id: arn, label, values: { arn, topic_arn: topicArn, protocol: Protocol } });
    }
  }
  return found;
}
