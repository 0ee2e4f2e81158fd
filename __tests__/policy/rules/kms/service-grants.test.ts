import { SERVICE_GRANTS } from '../../../../src/policy/rules/kms/service-grants';
import { describeRule, type Fixture, type Resources } from '../../support/describe-rule';

const USE = ['kms:Decrypt', 'kms:GenerateDataKey*'];
const service = (name: string, actions: readonly string[] = USE): object => ({
  Effect: 'Allow',
  Principal: { Service: name },
  Action: actions,
  Resource: '*',
});
const document = (...statements: readonly object[]): string => JSON.stringify({ Statement: statements });
const KEY = '${aws_kms_key.main.arn}';
const key = (policy: string | undefined, more: Resources): Resources => ({
  aws_kms_key: { main: { policy } },
  ...more,
});
const LOGS: Resources = { aws_cloudwatch_log_group: { web: { kms_key_id: KEY } } };
const TOPIC = '${aws_sns_topic.warning.arn}';
const messages = (publisher: Resources): Resources => ({
  aws_sns_topic: { warning: { kms_master_key_id: KEY } },
  ...publisher,
});
const ALARM = messages({ aws_cloudwatch_metric_alarm: { cpu: { alarm_actions: [TOPIC] } } });
const EVENTS = messages({
  aws_db_event_subscription: { database: { sns_topic: '${aws_sns_topic_policy.warning.arn}' } },
  aws_sns_topic_policy: { warning: { arn: TOPIC } },
});
const VOLUMES: Resources = {
  aws_launch_template: { web: { block_device_mappings: [{ ebs: { encrypted: true, kms_key_id: KEY } }] } },
  aws_autoscaling_group: { web: { launch_template: { id: '${aws_launch_template.web.id}' } } },
};
const ROLE = 'arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling';
const byCondition = {
  ...service(''),
  Principal: { AWS: '*' },
  Condition: { StringEquals: { 'aws:PrincipalArn': ROLE } },
};
const CDN: Resources = {
  aws_s3_bucket: { media: { bucket: 'media' } },
  aws_s3_bucket_server_side_encryption_configuration: {
    media: {
      bucket: '${aws_s3_bucket.media.id}',
      rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms', kms_master_key_id: KEY } }],
    },
  },
  aws_cloudfront_distribution: {
    site: {
      origin: [{ domain_name: '${aws_s3_bucket.media.bucket_regional_domain_name}', origin_access_control_id: 'E1' }],
    },
  },
};
const beside: Fixture = {
  resources: {
    ...key(undefined, LOGS),
    aws_kms_key_policy: {
      main: { key_id: '${aws_kms_key.main.id}', policy: document(service('logs.eu-west-1.amazonaws.com')) },
    },
  },
};

describeRule(SERVICE_GRANTS, {
  pass: {
    'logs may': key(document(service('logs.eu-west-1.amazonaws.com')), LOGS),
    'a policy beside the key lets logs in': beside,
    'alarms may': key(document(service('cloudwatch.amazonaws.com')), ALARM),
    'Auto Scaling may, by a condition': key(document(byCondition), VOLUMES),
    'CloudFront may read': key(document(service('cloudfront.amazonaws.com', ['kms:Decrypt'])), CDN),
  },
  fail: {
    'no service may': { resources: key(document(), LOGS), finds: ['aws_kms_key.main#logs.amazonaws.com'] },
    'KMS puts its own policy': key(undefined, ALARM),
    'alarms may only decrypt': key(document(service('cloudwatch.amazonaws.com', ['kms:Decrypt'])), ALARM),
    'events of the database may not': {
      resources: key(document(service('cloudwatch.amazonaws.com')), EVENTS),
      finds: ['aws_kms_key.main#events.rds.amazonaws.com'],
    },
    'Auto Scaling may not': {
      resources: key(document(service('ec2.amazonaws.com')), VOLUMES),
      finds: ['aws_kms_key.main#AWSServiceRoleForAutoScaling'],
    },
    'CloudFront may not': {
      resources: key(document(service('s3.amazonaws.com')), CDN),
      finds: ['aws_kms_key.main#cloudfront.amazonaws.com'],
    },
  },
  notApplicable: {
    'only roles of the account use it': key(document(), { aws_db_instance: { main: { kms_key_id: KEY } } }),
  },
  unknown: { 'a variable holds the policy': key('${var.policy}', LOGS) },
  guards: {
    'aws_kms_key.main.policy': [
      undefined,
      document(service('logs.eu-west-1.amazonaws.com', ['kms:Encrypt'])),
      document({ ...service('logs.eu-west-1.amazonaws.com'), Effect: 'Deny' }),
    ],
  },
});
