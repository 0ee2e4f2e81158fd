import { defaultModel, ENVIRONMENTS } from './support/assemblies';
import { emulatorPolicies } from '../../src/lab/model/emulator-policies';
import { assumeRoleCall, emulatorSeed, type EmulatorCall } from '../../src/lab/model/emulator-seed';
import { decide } from '../security/simulation';

const MODEL = defaultModel('production');

function actions(calls: readonly EmulatorCall[], service: string): string[] {
  return calls.filter((call) => call.service === service).map(({ action }) => action);
}

function statements(...all: object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: all });
}

describe('emulatorSeed', () => {
  const { calls } = emulatorSeed(MODEL);
  const bodies = (action: string): Record<string, unknown>[] =>
    calls.filter((call) => call.action === action).map(({ body }) => JSON.parse(body) as Record<string, unknown>);

  it('makes the role before anything else, with every policy', () => {
    expect(actions(calls, 'iam')).toEqual(['CreateRole', 'PutRolePolicy']);
    expect(calls[0]?.body).toContain('RoleName=wordpress-production-web');
  });

  it('makes every bucket, parameter and secret', () => {
    expect(calls.filter(({ action }) => action === 'CreateBucket').map(({ path }) => path.slice(1))).toEqual(
      MODEL.seed.buckets,
    );
    expect(bodies('PutParameter').map(({ Name: name }) => name)).toEqual(MODEL.seed.parameters.map(({ name }) => name));
    expect(bodies('CreateSecret').map(({ Name: name }) => name)).toEqual(MODEL.seed.secrets.map(({ name }) => name));
  });

  it('gives secrets the ends of the ARNs that the parameters name', () => {
    expect(bodies('CreateSecret').map(({ Tags: tags }) => tags)).toEqual(
      MODEL.seed.secrets.map(({ arn }) => [{ Key: '_custom_id_', Value: arn.slice(-6) }]),
    );
  });

  it('makes the group without instances, and its launch hook', () => {
    const group = new URLSearchParams(calls.find(({ action }) => action === 'CreateAutoScalingGroup')?.body);
    const hook = new URLSearchParams(calls.find(({ action }) => action === 'PutLifecycleHook')?.body);

    expect(Object.fromEntries(group)).toMatchObject({
      AutoScalingGroupName: 'wordpress-production-web',
      DesiredCapacity: '0',
    });
    expect(Object.fromEntries(hook)).toMatchObject({
      LifecycleHookName: 'bootstrap',
      HeartbeatTimeout: '900',
      DefaultResult: 'ABANDON',
    });
  });

  it('speaks to the account, the region and the service of each call', () => {
    for (const { service, headers } of [...calls, assumeRoleCall(MODEL, 'i-0a')]) {
      expect(headers.Authorization).toContain(`/eu-west-1/${service}/aws4_request`);
      expect(headers['X-Moto-Account-Id']).toBe('123456789012');
    }
  });

  it('keeps a secure parameter secure, and names a place only where S3 wants one', () => {
    const parameters = [{ name: '/a', value: 'b', secure: true }];
    const model = { ...MODEL, region: 'us-east-1', seed: { ...MODEL.seed, parameters } };
    const seed = emulatorSeed(model).calls;

    expect(seed.find(({ action }) => action === 'PutParameter')?.body).toContain('"Type":"SecureString"');
    expect(seed.find(({ action }) => action === 'CreateBucket')?.body).toBe('');
    expect(calls.find(({ action }) => action === 'CreateBucket')?.body).toContain('>eu-west-1<');
  });

  it('hands out credentials of the role to an instance', () => {
    const call = new URLSearchParams(assumeRoleCall(MODEL, 'i-0a').body);

    expect(call.get('RoleArn')).toBe('arn:aws:iam::123456789012:role/wordpress-production-web');
    expect(call.get('RoleSessionName')).toBe('i-0a');
  });
});

describe('emulatorPolicies', () => {
  const s3 = { Sid: 'Releases', Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::b/*'] };
  const secret = { Sid: 'Secret', Effect: 'Allow', Action: ['secretsmanager:GetSecretValue'], Resource: ['arn:x'] };

  it('leaves statements about S3 as they are', () => {
    const policy = statements(s3);

    expect(emulatorPolicies([policy])).toEqual({ policies: [policy], widened: [], conditions: [], leftOut: [] });
  });

  it('widens what moto cannot tell apart, and says what it was', () => {
    const { policies, widened } = emulatorPolicies([statements(secret)]);

    expect(JSON.parse(policies[0] ?? '')).toMatchObject({
      Statement: [{ Sid: 'Secret', Action: secret.Action, Resource: '*' }],
    });
    expect(widened).toEqual([{ sid: 'Secret', actions: secret.Action, resources: ['arn:x'] }]);
  });

  it('parts a statement about S3 and others', () => {
    const both = { ...s3, Action: ['s3:GetObject', 'kms:Decrypt'] };

    expect(JSON.parse(emulatorPolicies([statements(both)]).policies[0] ?? '')).toMatchObject({
      Statement: [
        { Sid: 'ReleasesS3', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::b/*'] },
        { Sid: 'Releases', Action: ['kms:Decrypt'], Resource: '*' },
      ],
    });
  });

  it('leaves out a denial that would deny more than on AWS', () => {
    const narrow = { ...secret, Effect: 'Deny' };
    const conditional = {
      ...s3,
      Sid: 'Plain',
      Effect: 'Deny',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    const whole = { Effect: 'Deny', Action: 'iam:*', Resource: '*' };
    const { policies, leftOut } = emulatorPolicies([statements(narrow, conditional, whole)]);

    expect(leftOut).toEqual(['Secret', 'Plain']);
    expect(JSON.parse(policies[0] ?? '')).toMatchObject({ Statement: [whole] });
  });

  it('names the statements whose conditions are not checked', () => {
    const conditional = { ...s3, Condition: { StringLike: { 's3:prefix': 'a' } } };

    expect(emulatorPolicies([statements(conditional)]).conditions).toEqual(['Releases']);
  });

  it('takes a policy with one statement and texts instead of lists', () => {
    const policy = JSON.stringify({ Statement: { Effect: 'Allow', Action: 'ssm:GetParameter', Resource: 'arn:x' } });

    expect(emulatorPolicies([policy]).widened).toEqual([
      { sid: 'statement 1', actions: ['ssm:GetParameter'], resources: ['arn:x'] },
    ]);
  });
});

describe.each(ENVIRONMENTS)('what moto cannot check of the role of %s, IAM decides', (name) => {
  const { seed, database, region, accountId } = defaultModel(name);
  const [policy] = seed.role.policies;
  const may = (action: string, resource: string): Promise<string> => decide({ identity: policy }, { action, resource });
  const read = 'secretsmanager:GetSecretValue';

  it('it may read the secrets that its settings name, and not the master secret', async () => {
    const verdicts = await Promise.all(
      seed.secrets.map(async ({ name: secret, arn }) => [secret, await may(read, arn)]),
    );

    expect(Object.fromEntries(verdicts)).toEqual({
      [`wordpress-${name}-database-user`]: 'Allowed',
      [`wordpress-${name}-salts`]: 'Allowed',
      [database.masterSecretName]: 'ImplicitlyDenied',
    });
  });

  it('it may read its own parameters and no others', async () => {
    const parameter = (path: string): string => `arn:aws:ssm:${region}:${accountId}:parameter${path}`;
    const list = 'ssm:GetParametersByPath';

    expect(await may(list, parameter(`/wordpress/${name}`))).toBe('Allowed');
    expect(await may(list, parameter('/wordpress/another'))).toBe('ImplicitlyDenied');
  });
});
