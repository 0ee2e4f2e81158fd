import fc from 'fast-check';
import { defaultModel } from './support/assemblies';
import type { SecretStore } from '../../src/data/database-user/handler/secret-store';
import { readSettings } from '../../src/data/database-user/handler/settings';
import { ensureUserSecret } from '../../src/data/database-user/handler/user-secret';
import { ensureSalts, SALT_NAMES } from '../../src/data/database-user/handler/wordpress-salts';
import { labSecret, SALT_NAMES as OWN_SALT_NAMES } from '../../src/lab/model/lab-secrets';

const MODEL = defaultModel('production');

/** The store of the function, filled with what the lab seeds; nothing may be written to it. */
const SEEDED: SecretStore = {
  read: (secretArn) => Promise.resolve(MODEL.seed.secrets.find(({ arn }) => arn === secretArn)?.value),
  writeFirst: () => Promise.reject(new Error('written')),
  replace: () => Promise.reject(new Error('written')),
};

describe('the secrets of the lab', () => {
  const settings = readSettings(MODEL.provisioner?.variables ?? {});

  it('are complete for the function that makes the database user: it keeps them as they are', async () => {
    const secret = MODEL.seed.secrets.find(({ name }) => name === MODEL.database.secretName);
    const { password } = JSON.parse(secret?.value ?? '') as { password: string };

    expect(await ensureSalts(SEEDED, settings.saltsSecretArn)).toBe(false);
    expect(await ensureUserSecret(SEEDED, settings)).toBe(password);
  });

  it('have the keys and salts that the function makes', () => {
    expect(OWN_SALT_NAMES).toEqual(SALT_NAMES);
  });

  it('are all different', () => {
    const values = MODEL.seed.secrets.flatMap(({ value }) => value.match(/[A-Za-z0-9]{32,}/g) ?? []);

    expect(values.length).toBeGreaterThan(9);
    expect(new Set(values).size).toBe(values.length);
  });

  it('are letters and digits of the length asked for, the same for the same purpose', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 200 }), (purpose, length) => {
        expect(labSecret(purpose, length)).toMatch(new RegExp(`^[A-Za-z0-9]{${length}}$`));
        expect(labSecret(purpose, length)).toBe(labSecret(purpose, length));
      }),
    );
  });
});
