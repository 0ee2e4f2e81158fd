import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { Lb } from '@cdktf/provider-aws/lib/lb';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { TerraformStack, Testing } from 'cdktf';
import { suppress } from '../../src';
import { policyMatchers, policyReport, synthesize, terraformJson, testStack } from '../../src/testing';

expect.extend(policyMatchers);

const PUBLIC = 'WPHA-RDS-002';
const LOGS = 'WPHA-ELB-007';

function database(publiclyAccessible: boolean): TerraformStack {
  const stack = testStack();
  new DbInstance(stack, 'Main', { instanceClass: 'db.t4g.small', publiclyAccessible });
  return stack;
}

test('tells a stack that satisfies a rule from one that does not', () => {
  expect(database(false)).toSatisfyPolicy(PUBLIC);
  expect(database(true)).not.toSatisfyPolicy(PUBLIC);
});

test('takes a stack, what cdktf synthesizes of it and what this package does', () => {
  for (const subject of [
    database(true),
    synthesize(database(true)),
    terraformJson(database(true)),
    Testing.synth(database(true)),
  ])
    expect(subject).not.toSatisfyPolicy(PUBLIC);
});

test('says what is found and what to do about it', () => {
  expect(() => expect(database(true)).toSatisfyPolicy(PUBLIC)).toThrow(
    /^expected WPHA-RDS-002 to find nothing in the stack, found:\n {2}critical WPHA-RDS-002 test\/aws_db_instance\.Main#publicly_accessible\n {4}'publicly_accessible' must be false, got true\. \S/,
  );
});

test('proves nothing where the rule applies to nothing, in both directions', () => {
  const message = 'WPHA-RDS-002 applies to nothing in the stack, so nothing is proved';

  expect(() => expect(testStack()).toSatisfyPolicy(PUBLIC)).toThrow(message);
  expect(() => expect(testStack()).not.toSatisfyPolicy(PUBLIC)).toThrow(message);
});

test('counts findings from a severity on', () => {
  const stack = testStack();
  new Lb(stack, 'Public', { internal: true });
  const rules = [LOGS, PUBLIC];

  expect(stack).not.toHaveNoFindings({ rules });
  expect(stack).toHaveNoFindings({ rules, atLeast: 'critical' });
  expect(() => expect(stack).toHaveNoFindings({ rules })).toThrow(/WPHA-ELB-007 test\/aws_lb\.Public#/);
});

test('looks at every rule unless some are named', () => {
  expect(() => expect(database(true)).toHaveNoFindings({ atLeast: 'critical' })).toThrow(
    'expected the policy to find nothing in the stack',
  );
});

test('lets a suppression count until its last day', () => {
  const stack = testStack();
  const balancer = new Lb(stack, 'Public', { internal: true });
  suppress(balancer, {
    rule: LOGS,
    reason: 'previews live for an hour',
    owner: 'web-team',
    expires: '2027-05-31',
  });

  expect(stack).toSatisfyPolicy(LOGS, { today: '2027-05-31' });
  expect(stack).not.toSatisfyPolicy(LOGS, { today: '2027-06-01' });
});

test('follows references to the other stacks of the app and judges only the one that is given', () => {
  const app = Testing.app();
  const [logs, web] = ['logs', 'web'].map((id) => new TerraformStack(app, id)) as [TerraformStack, TerraformStack];
  for (const stack of [logs, web]) new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  const bucket = new S3Bucket(logs, 'Logs');
  new DbInstance(logs, 'Main', { instanceClass: 'db.t4g.small', publiclyAccessible: true });
  new Lb(web, 'Public', { accessLogs: { bucket: bucket.bucket, enabled: true } });

  expect(web).toSatisfyPolicy(LOGS);
  expect(policyReport(web).results.map(({ stack }) => stack)).not.toContain('logs');
});

test.each([['WPHA-RDS-999', "'WPHA-RDS-999' is the id of no rule; see 'wordpress-ha policy list'"]])(
  'refuses %s, which would never find anything',
  (rule, message) => {
    expect(() => expect(database(true)).toSatisfyPolicy(rule)).toThrow(message);
  },
);

test.each(['', '[]', '{"resource": {'])('refuses %j, which is no stack', (subject) => {
  expect(() => expect(subject).toHaveNoFindings()).toThrow('what is judged must be a stack or the JSON of one');
});
