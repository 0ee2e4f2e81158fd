import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { suppress, type Suppression } from '../../src';
import { suppressionsIn } from '../../src/policy/suppression/read-suppressions';
import { synthesize, terraformJson, testStack } from '../../src/testing';
import { synthesized } from '../policy/support/configuration';

const ACCEPTED: Suppression = {
  rule: 'WPHA-SNS-001',
  reason: 'a topic that carries nothing but the time of day',
  owner: 'web-team',
  expires: '2027-05-31',
};

test('reaches every resource below the construct and no other, also those that are added later', () => {
  const stack = testStack();
  const announcements = new Construct(stack, 'Announcements');
  new SnsTopic(announcements, 'Early');
  suppress(announcements, ACCEPTED);
  new SnsTopic(new Construct(announcements, 'Inner'), 'Late');
  new SnsTopic(stack, 'Elsewhere');

  const found = suppressionsIn(synthesized(terraformJson(stack)));

  expect(found).toHaveLength(2);
  expect(found.map(({ address }) => address.replace(/_\w{8}$/, ''))).toEqual([
    'aws_sns_topic.Announcements_Early',
    'aws_sns_topic.Announcements_Inner_Late',
  ]);
  for (const each of found) expect(each).toMatchObject({ ...ACCEPTED, origin: 'test/Announcements' });
});

test('keeps those of a construct and of one around it apart, however often the stack is synthesized', () => {
  const stack = testStack();
  const topic = new SnsTopic(stack, 'Topic');
  suppress(topic, { ...ACCEPTED, finding: 'kms_master_key_id' });
  suppress(stack, { ...ACCEPTED, rule: 'WPHA-SNS-002' });
  terraformJson(stack);

  const found = suppressionsIn(synthesized(terraformJson(stack)));

  expect(found.map(({ rule, origin, finding }) => [rule, origin, finding]).toSorted()).toEqual([
    ['WPHA-SNS-001', 'test/Topic', 'kms_master_key_id'],
    ['WPHA-SNS-002', 'test', undefined],
  ]);
});

test('leaves what Terraform reads as it was', () => {
  const stack = testStack();
  const topic = new SnsTopic(stack, 'Topic', { name: 'time' });
  const before = synthesize(stack).text;
  suppress(topic, ACCEPTED);

  expect(synthesize(stack).text).toBe(before);
});

test('refuses a construct without a resource, which could not carry it', () => {
  const stack = testStack();
  suppress(new TerraformOutput(stack, 'out', { value: 'x' }), ACCEPTED);

  expect(() => synthesize(stack)).toThrow('[test/out] no resource is here to carry the suppression of WPHA-SNS-001');
});

test('refuses a suppression that nobody could review, and names every problem', () => {
  const stack = testStack();

  expect(() => suppress(stack, { ...ACCEPTED, owner: ' ', reason: 'because', expires: '2027-02-30' })).toThrow(
    [
      "'owner' is required, as a text",
      "'reason' must have at least 10 characters, got 'because'; say why the finding is acceptable",
      "'expires' must be a day such as 2027-05-31, got '2027-02-30'",
      '  in test (TerraformStack)',
    ].join('\n'),
  );
});

test('needs every field before anything is run', () => {
  const stack = testStack();
  const incomplete: (() => void)[] = [
    // @ts-expect-error: a rule is required
    () => suppress(stack, { reason: ACCEPTED.reason, owner: 'web-team', expires: '2027-05-31' }),
    // @ts-expect-error: a reason is required
    () => suppress(stack, { rule: 'WPHA-SNS-001', owner: 'web-team', expires: '2027-05-31' }),
    // @ts-expect-error: an owner is required
    () => suppress(stack, { rule: 'WPHA-SNS-001', reason: ACCEPTED.reason, expires: '2027-05-31' }),
    // @ts-expect-error: a last day is required
    () => suppress(stack, { rule: 'WPHA-SNS-001', reason: ACCEPTED.reason, owner: 'web-team' }),
  ];

  for (const call of incomplete) expect(call).toThrow(/is required, as a text/);
});
