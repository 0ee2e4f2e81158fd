import { defaultModel, ENVIRONMENTS } from './support/assemblies';
import { emulatorSeed, type EmulatorCall } from '../../src/lab/model/emulator-seed';
import { decide } from '../security/simulation';

const MODEL = defaultModel('production');

function actions(calls: readonly EmulatorCall[], service: string): string[] {
  return calls.filter((call) => call.service === service).map(({ action }) => action);
}

describe('emulatorSeed', () => {
  const calls = emulatorSeed(MODEL);
  const bodies = (action: string): Record<string, unknown>[] =>
    calls.filter((call) => call.action === action).map(({ body }) => JSON.parse(body) as Record<string, unknown>);

  it('makes the role before anything else, with every policy as the stacks have it', () => {
    const [, put] = calls.filter(({ service }) => service === 'iam');

    expect(actions(calls, 'iam')).toEqual(['CreateRole', 'PutRolePolicy']);
    expect(new URLSearchParams(put?.body).get('PolicyDocument')).toBe(MODEL.seed.role.policies[0]);
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
    for (const { service, headers } of calls) {
      expect(headers.Authorization).toContain(`/eu-west-1/${service}/aws4_request`);
      expect(headers['X-Moto-Account-Id']).toBe('123456789012');
    }
  });

  it('keeps a secure parameter secure, and names a place only where S3 wants one', () => {
    const parameters = [{ name: '/a', value: 'b', secure: true }];
    const model = { ...MODEL, region: 'us-east-1', seed: { ...MODEL.seed, parameters } };
    const seed = emulatorSeed(model);

    expect(seed.find(({ action }) => action === 'PutParameter')?.body).toContain('"Type":"SecureString"');
    expect(seed.find(({ action }) => action === 'CreateBucket')?.body).toBe('');
    expect(calls.find(({ action }) => action === 'CreateBucket')?.body).toContain('>eu-west-1<');
  });
});

describe.each(ENVIRONMENTS)('the role of the instances of %s, as IAM decides', (name) => {
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
