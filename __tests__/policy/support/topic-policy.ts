import type { Resources } from './describe-rule';
import { document } from './iam-policy';

/** The policy of a topic with one statement, which allows to publish unless it says otherwise. */
export const topicPolicy = (statement: object): Resources => ({
  aws_sns_topic_policy: { alarms: { arn: 'arn', policy: topicDocument(statement) } },
});

/** That policy as text. */
export const topicDocument = (statement: object): string =>
  document({ Effect: 'Allow', Action: 'sns:Publish', Resource: '*', ...statement });
