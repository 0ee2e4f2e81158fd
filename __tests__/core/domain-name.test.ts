import { isDomainName } from '../../src/core/domain-name';

test.each(['example.com', 'www.example.com', 'a.b.c.example.net', 'xn--bcher-kva.example', 'www.example.xn--p1ai'])(
  'takes %s',
  (text) => {
    expect(isDomainName(text)).toBe(true);
  },
);

test.each([
  '',
  'com',
  'Example.com',
  'example.com.',
  '-a.example.com',
  'a-.example.com',
  'a..com',
  '10.0.0.1',
  'example.com/',
  '*.example.com',
  'a_b.example.com',
  `${'a'.repeat(64)}.example.com`,
])('refuses %j', (text) => {
  expect(isDomainName(text)).toBe(false);
});
