import {
  GetSecretValueCommand,
  type PutSecretValueCommand,
  ResourceExistsException,
  ResourceNotFoundException,
} from '@aws-sdk/client-secrets-manager';
import { SecretsManagerStore } from '../../../src/data/database-user/handler/secrets-manager-store';

const ARN = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:user';

/** Secrets Manager's own rules for one secret: versions by token, a token good for one value. */
function fakeClient(failure?: Error) {
  const versions = new Map<string, string>();
  let current: string | undefined;
  const send = (command: unknown) => {
    if (failure !== undefined) return Promise.reject(failure);
    if (command instanceof GetSecretValueCommand) {
      const error = new ResourceNotFoundException({ message: 'no value', $metadata: {} });
      return current === undefined ? Promise.reject(error) : Promise.resolve({ SecretString: current });
    }
    const { ClientRequestToken: token = `random-${versions.size}`, SecretString: value = '' } = (
      command as PutSecretValueCommand
    ).input;
    const before = versions.get(token);
    if (before !== undefined && before !== value) {
      return Promise.reject(new ResourceExistsException({ message: 'token used', $metadata: {} }));
    }
    versions.set(token, value);
    current = value;
    return Promise.resolve({});
  };
  return { send: send as never, versions };
}

test('has nothing to read while the secret has no value', async () => {
  expect(await new SecretsManagerStore(fakeClient()).read(ARN)).toBeUndefined();
});

test('reads what was written', async () => {
  const store = new SecretsManagerStore(fakeClient());

  await store.writeFirst(ARN, 'one');

  expect(await store.read(ARN)).toBe('one');
});

test('keeps the first of two first values', async () => {
  const store = new SecretsManagerStore(fakeClient());

  await Promise.all([store.writeFirst(ARN, 'one'), store.writeFirst(ARN, 'two')]);

  expect(await store.read(ARN)).toBe('one');
});

test('replaces a value', async () => {
  const store = new SecretsManagerStore(fakeClient());
  await store.writeFirst(ARN, 'one');

  await store.replace(ARN, 'two');

  expect(await store.read(ARN)).toBe('two');
});

test('gives a first value a token that Secrets Manager accepts', async () => {
  const client = fakeClient();

  await new SecretsManagerStore(client).writeFirst(ARN, 'one');

  expect([...client.versions.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
});

test.each(['read', 'writeFirst', 'replace'] as const)('passes other failures of %s on', async (method) => {
  const store = new SecretsManagerStore(fakeClient(new Error('throttled')));

  await expect(store[method](ARN, 'one')).rejects.toThrow('throttled');
});
