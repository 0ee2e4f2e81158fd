import fc from 'fast-check';
import { PatientStore } from '../../../src/data/database-user/handler/patient-store';
import { randomText } from '../../../src/data/database-user/handler/random-text';
import { parseSecret } from '../../../src/data/database-user/handler/secret-store';
import { ENVIRONMENT, readSettings } from '../../../src/data/database-user/handler/settings';
import { ensureSalts, SALT_NAMES } from '../../../src/data/database-user/handler/wordpress-salts';
import { rdsAuthorities } from '../../../src/data/database-user/handler/certificate-authorities';
import { FakeSecretStore } from './fake-secret-store';

const VARIABLES = {
  DATABASE_HOST: 'database.example',
  DATABASE_PORT: '3306',
  DATABASE_NAME: 'wordpress',
  DATABASE_USERNAME: 'wordpress',
  MASTER_SECRET_ARN: 'arn:master',
  USER_SECRET_ARN: 'arn:user',
  SALTS_SECRET_ARN: 'arn:salts',
};

describe('settings', () => {
  test('come from environment variables', () => {
    expect(readSettings(VARIABLES)).toMatchObject({ host: 'database.example', port: 3306, userSecretArn: 'arn:user' });
  });

  test.each(Object.values(ENVIRONMENT))('fail without %s', (variable) => {
    expect(() => readSettings({ ...VARIABLES, [variable]: '' })).toThrow(`'${variable}' must be set`);
  });

  test.each([
    ['DATABASE_PORT', '0', "'DATABASE_PORT' must be a whole number from 1 to 65535"],
    ['DATABASE_NAME', 'a%', "'DATABASE_NAME' must match ^[a-z][a-z0-9]{0,63}$"],
    ['DATABASE_USERNAME', "a'b", "'DATABASE_USERNAME' must match ^[a-z][a-z0-9]{0,31}$"],
  ])('fail with %s %s', (variable, value, message) => {
    expect(() => readSettings({ ...VARIABLES, [variable]: value })).toThrow(message);
  });
});

test('random text is as long as asked, of letters and digits, and never the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 16, max: 128 }), (length) => {
      expect(randomText(length)).toMatch(new RegExp(`^[A-Za-z0-9]{${length}}$`));
      expect(randomText(length)).not.toBe(randomText(length));
    }),
  );
});

describe('a secret that is no JSON object', () => {
  test.each(['hunter2-CANARY', '"hunter2-CANARY"', '["hunter2-CANARY"]', 'null'])(
    'fails without being quoted: %s',
    (value) => {
      expect(() => parseSecret('arn:user', value)).toThrow(
        'the value of arn:user must be a JSON object; set it right or delete the secret',
      );
    },
  );
});

describe('salts', () => {
  test('are written once, all eight, 64 characters each', async () => {
    const store = new FakeSecretStore();

    expect(await ensureSalts(store, 'arn:salts')).toBe(true);
    expect(await ensureSalts(store, 'arn:salts')).toBe(false);

    const { ADMIN_PASSWORD: password, ...salts } = store.json('arn:salts');
    expect(Object.keys(salts)).toEqual([...SALT_NAMES]);
    expect(Object.values(salts).every((salt) => /^[A-Za-z0-9]{64}$/.test(salt))).toBe(true);
    expect(new Set(Object.values(salts)).size).toBe(8);
    expect(password).toMatch(/^[A-Za-z0-9]{32}$/);
  });

  test('that are there stay when others are missing', async () => {
    const store = new FakeSecretStore({ 'arn:salts': { AUTH_KEY: 'kept', NONCE_SALT: '' } });

    await ensureSalts(store, 'arn:salts');

    expect(store.json('arn:salts')).toMatchObject({
      AUTH_KEY: 'kept',
      NONCE_SALT: expect.stringMatching(/^.{64}$/) as string,
    });
  });
});

describe('a store while IAM has not heard of the policy', () => {
  const denied = () => Object.assign(new Error('denied'), { name: 'AccessDeniedException' });

  function refusing(times: number, error = denied) {
    const store = new FakeSecretStore({ 'arn:user': {} });
    const read = store.read.bind(store);
    let left = times;
    store.read = async (arn) => {
      left -= 1;
      if (left >= 0) throw error();
      return read(arn);
    };
    return store;
  }

  test('is asked again', async () => {
    expect(await new PatientStore(refusing(2), [0, 0]).read('arn:user')).toBe('{}');
  });

  test('is given up when it does not end', async () => {
    await expect(new PatientStore(refusing(3), [0, 0]).read('arn:user')).rejects.toThrow('denied');
  });

  test('fails at once for another reason', async () => {
    const store = new PatientStore(
      refusing(1, () => new Error('broken')),
      [0],
    );

    await expect(store.read('arn:user')).rejects.toThrow('broken');
  });
});

describe('the authorities of RDS', () => {
  test.each(['us-east-1', 'eu-west-1', 'eu-central-2', 'ap-southeast-4'])('in %s are its three roots', (region) => {
    expect(rdsAuthorities(region)).toHaveLength(3);
  });

  test('fail for a region that nobody knows', () => {
    expect(() => rdsAuthorities('mars-north-1')).toThrow(
      "no certificate authority is known for RDS in 'mars-north-1'; update the package",
    );
  });
});
