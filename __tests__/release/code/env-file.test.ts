import fc from 'fast-check';
import { INSTANCE_CONSTANTS, parseEnv, type EnvSettings } from '../../../src/release/code/env-file';
import { secretReason } from '../../../src/release/code/secret-like';
import { instanceFile } from '../../bootstrap/support';

function parse(content: string, notSecret: readonly string[] = []): EnvSettings {
  return parseEnv(content, 'site.env', { taken: INSTANCE_CONSTANTS, notSecret });
}

test('keeps settings in their order, without comments, blank lines, carriage returns and a byte order mark', () => {
  const content = '\uFEFF# WordPress\r\nWP_DEBUG=false\r\n\r\n  WP_CACHE=true\nX=a=b # c\nEMPTY=\n';

  expect(parse(content)).toEqual({
    text: 'WP_DEBUG=false\nWP_CACHE=true\nX=a=b # c\nEMPTY=\n',
    names: ['WP_DEBUG', 'WP_CACHE', 'X', 'EMPTY'],
  });
});

test('an empty file gives empty settings', () => {
  expect(parse('')).toEqual({ text: '', names: [] });
});

test.each([
  ['no setting', 'WP_DEBUG', `must be 'NAME=value' without blanks around '='`],
  ['a blank before the sign', 'A = b', `must be 'NAME=value' without blanks around '='`],
  ['a name that is none', '1A=b', `must be 'NAME=value' without blanks around '='`],
  ['export', 'export A=b', `must be 'NAME=value' without blanks around '='`],
  ['a name again', 'A=1\nA=2', `sets 'A' a second time; keep one of the lines`],
  ['quotes', 'A="b c"', `gives 'A' a value in quotes, which would become part of it; leave them out`],
  ['blanks around a value', 'A= b', `gives 'A' a value with blanks around it; leave them out`],
  ['a control character', 'A=b\u0007', `gives 'A' a value with control characters; leave them out`],
  [
    'what instances set',
    'DB_HOST=localhost',
    `sets 'DB_HOST', which instances set themselves; leave it out and change it in the environment's settings`,
  ],
])('refuses %s', (_case, content, message) => {
  const line = content.split('\n').length;

  expect(() => parse(content)).toThrow(new Error(`'site.env' line ${line} ${message}`));
});

test('refuses a secret without saying it, and names the way out', () => {
  expect(() => parse('SMTP_PASSWORD=hunter2')).toThrow(
    new Error(
      "'site.env' line 1 sets 'SMTP_PASSWORD', which is named like a secret, and everybody who reads the releases bucket " +
        "reads it; put it into Secrets Manager and name the secret's ARN here, or give '--not-secret SMTP_PASSWORD' when it is none",
    ),
  );
});

test('reports all mistakes together', () => {
  expect(() => parse('A\nB= 1\nC=2')).toThrow(/^'site.env' line 1 .*\n'site.env' line 2 .*$/);
});

test('refuses a file that is too long', () => {
  expect(() => parse(`A=${'x'.repeat(65_536)}`)).toThrow("'site.env' must not exceed 64 KiB");
});

test('any setting that is taken is read by instances as it was written', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z_]\w{0,20}$/), fc.string(), (name, value) => {
      let text: string;
      try {
        ({ text } = parse(`${name}=${value}`));
      } catch {
        return;
      }
      // the expression of the bootstrap
      expect(/^(?<key>[A-Za-z_][A-Za-z0-9_]*)=(?<value>.*)\n$/.exec(text)?.slice(1)).toEqual([name, value]);
    }),
  );
});

test('the constants that instances set are those of their wp-config.php', () => {
  const written = [...instanceFile('/opt/site/wp-config.php').matchAll(/(?:\$set|define)\('(\w+)'/g)].map(
    ([, name]) => name,
  );
  const salts = [...instanceFile('/opt/site/instance').matchAll(/\.(\w+_(?:KEY|SALT))\b/g)].map(([, name]) => name);

  expect([...INSTANCE_CONSTANTS].sort()).toEqual([...new Set([...written, ...salts])].sort());
});

describe('what looks like a secret', () => {
  test.each([
    ['STRIPE_KEY', 'x'],
    ['API_TOKEN', 'abc'],
    ['password', 'abc'],
    ['AWS', 'AKIAIOSFODNN7EXAMPLE'],
    ['REDIS', 'redis://user:pass@cache:6379'],
    ['GITHUB', `ghp_${'a1'.repeat(18)}`],
    ['SESSION', 'Zk3vQ9xL2mT8bR5nY7wC4dF6hJ1pS0aG'],
  ])('%s is one', (name, value) => {
    expect(secretReason(name, value)).toBeDefined();
  });

  test.each([
    ['WP_DEBUG', 'true'],
    ['TOKEN_LIFETIME', '3600'],
    ['SESSION_TOKEN', '3600'],
    ['MAIL_SECRET', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:mail-AbCdEf'],
    ['CAPTCHA_SITE_KEY', '6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI'.slice(0, 20)],
    ['WP_HOME_TITLE', 'A site about keys and tokens in Paris 2026'],
    ['COMMIT', '586c1f7a0b6de3f5c9e1a7d2b4c6e8f0a1b3c5d7'],
    ['CDN', 'https://cdn.example.com/Assets/Images/2026/Long/Path/Of/A/File.png'],
    ['API_KEY', ''],
  ])('%s is none', (name, value) => {
    expect(secretReason(name, value)).toBeUndefined();
  });
});

test('keeps what is said to be no secret, and wants every such name to be a setting', () => {
  expect(parse('SMTP_PASSWORD=none-here', ['SMTP_PASSWORD']).names).toEqual(['SMTP_PASSWORD']);
  expect(() => parse('A=1', ['SMTP_PASSWORD'])).toThrow(
    new Error("'--not-secret' must name a setting of the env file, got 'SMTP_PASSWORD'; leave it out or mend the name"),
  );
});

test('what instances set for WordPress is free in another site', () => {
  expect(parseEnv('DB_HOST=db.example.com', 'site.env', { taken: [], notSecret: [] }).names).toEqual(['DB_HOST']);
});
