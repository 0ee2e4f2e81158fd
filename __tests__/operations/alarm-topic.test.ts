import { AlarmTopic, type AlarmTopicProps } from '../../src/operations';
import { synthesize, type Synthesized } from '../../src/testing';
import { NAME } from './support';

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Condition: unknown;
}

const PROPS: AlarmTopicProps = {
  name: NAME,
  accountId: '123456789012',
  region: 'eu-west-1',
  severity: 'critical',
  key: { keyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1' },
  emails: ['ops@example.com', 'dev@example.com'],
};

function topic(props: Partial<AlarmTopicProps> = {}): Synthesized {
  return synthesize((stack) => new AlarmTopic(stack, 'Topic', { ...PROPS, ...props }));
}

function statements(): readonly Statement[] {
  const { policy } = topic().only('aws_sns_topic_policy');
  return (JSON.parse(String(policy)) as { Statement: Statement[] }).Statement;
}

describe('AlarmTopic', () => {
  test('is encrypted with the key it is given', () => {
    expect(topic().only('aws_sns_topic')).toMatchObject({ kms_master_key_id: PROPS.key.keyArn });
  });

  test.each(['critical', 'warning'] as const)('is named after the severity %s', (severity) => {
    expect(topic({ severity }).only('aws_sns_topic')).toMatchObject({ name: `wordpress-staging-alarms-${severity}` });
  });

  test('lets in alarms, database events and Auto Scaling, each of this account only', () => {
    const allowed = statements().filter(({ Effect }) => Effect === 'Allow');

    expect(allowed.map(({ Sid }) => Sid)).toEqual(['Alarms', 'DatabaseEvents', 'FleetEvents']);
    for (const { Condition } of allowed) expect(JSON.stringify(Condition)).toContain('123456789012');
  });

  test('lets alarms in by their own ARN', () => {
    expect(statements()[0]).toMatchObject({
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: {
        StringEquals: { 'aws:SourceAccount': '123456789012' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*' },
      },
    });
  });

  test('names no role that an account may not have yet', () => {
    const principals = statements().map(({ Principal }) => JSON.stringify(Principal));

    expect(principals.filter((principal) => principal.includes(':role/'))).toEqual([]);
  });

  test('denies whoever comes without TLS', () => {
    expect(statements()).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  });

  test('subscribes every address once', () => {
    const json = topic({ emails: ['ops@example.com', 'dev@example.com', 'ops@example.com'] });

    const endpoints = json.list('aws_sns_topic_subscription').map(({ protocol, endpoint }) => [protocol, endpoint]);
    expect(endpoints.sort()).toEqual([
      ['email', 'dev@example.com'],
      ['email', 'ops@example.com'],
    ]);
  });

  test('keeps the other subscriptions when an address is added in front', () => {
    const before = Object.keys(topic().resources('aws_sns_topic_subscription'));
    const after = Object.keys(
      topic({ emails: ['new@example.com', ...PROPS.emails] }).resources('aws_sns_topic_subscription'),
    );

    expect(after).toEqual(expect.arrayContaining(before));
  });

  test('gives out its address only once its policy stands', () => {
    const json = synthesize((stack) => {
      const { topicArn } = new AlarmTopic(stack, 'Topic', PROPS);
      stack.addOverride('output.arn.value', topicArn);
    });

    expect(json.outputs()['arn']?.['value']).toMatch(/^\$\{aws_sns_topic_policy\..*\.arn\}$/);
  });
});
