import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { USER_DATA_LIMIT_BYTES } from '../../src/bootstrap';
import { encodeUserData } from '../../src/compute';
import { UserError } from '../../src/core/errors';

describe('encodeUserData', () => {
  test('gives back every byte, the dollars of the shell included', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('${HOME}', '%{http_code}', '$$', '`'),
        (text, shell) => {
          const source = `#!/bin/bash\n${text}${shell}\n`;

          const encoded = encodeUserData(source);

          expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe(Buffer.from(source, 'utf8').toString('utf8'));
          expect(encoded).toMatch(/^[A-Za-z0-9+/=]+$/);
        },
      ),
    );
  });

  test('leaves 16 KiB as they are', () => {
    const source = 'x'.repeat(USER_DATA_LIMIT_BYTES);

    expect(Buffer.from(encodeUserData(source), 'base64').toString('utf8')).toBe(source);
  });

  test('compresses one byte more, so that it fits', () => {
    const source = 'x'.repeat(USER_DATA_LIMIT_BYTES - 1) + 'ä';

    const bytes = Buffer.from(encodeUserData(source), 'base64');

    expect(bytes.length).toBeLessThan(USER_DATA_LIMIT_BYTES);
    expect(gunzipSync(bytes).toString('utf8')).toBe(source);
  });

  test('fails when it does not fit even so', () => {
    const noise = Array.from({ length: 1000 }, (_, index) => createHash('sha256').update(String(index)).digest('hex'));

    expect(() => encodeUserData(noise.join(''))).toThrow(
      /^'userData' must not exceed 16384 bytes compressed, got \d{5}; move parts of it into the release$/,
    );
  });

  test('fails when it holds what only Terraform could fill in', () => {
    expect(() => encodeUserData('echo ${TfToken[TOKEN.12]}')).toThrow(
      new UserError(
        "'userData' must be plain text, got '${TfToken[TOKEN.12]}'; let the instance read the value from a tag or a parameter",
      ),
    );
  });
});
