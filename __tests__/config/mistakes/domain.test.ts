import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [
    `'domain.name' must be a full domain name in lower case without a final dot, got "localhost"; write it like 'www.example.com'`,
    { 'domain/name': 'localhost' },
  ],
  [
    `'domain.name' must be a full domain name in lower case without a final dot, got "https://www.example.com"; write it like 'www.example.com'`,
    { 'domain/name': 'https://www.example.com' },
  ],
  [
    `'domain.name' must be a full domain name in lower case without a final dot, got "www.example.com."; write it like 'www.example.com'`,
    { 'domain/name': 'www.example.com.' },
  ],
  [
    `'domain.name' must be a full domain name in lower case without a final dot, got "WWW.example.com"; write it like 'www.example.com'`,
    { 'domain/name': 'WWW.example.com' },
  ],
  [
    `'domain.name' must be a full domain name in lower case without a final dot, got "*.example.com"; write it like 'www.example.com'`,
    { 'domain/name': '*.example.com' },
  ],
  [
    `'domain.name' must be a full domain name in lower case without a final dot, got "10.0.0.1"; write it like 'www.example.com'`,
    { 'domain/name': '10.0.0.1' },
  ],
  [
    `'domain.name' must have at most 64 characters, got "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"; shorten it by 8`,
    { 'domain/name': `${'a'.repeat(60)}.example.com` },
  ],
  [
    `'domain.name' must have at most 64 characters, got "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"; shorten it by 2`,
    { 'domain/name': `${'a'.repeat(64)}.x` },
  ],
  [
    `'domain.name' must lie in the zone 'example.org' of 'domain.zoneName', got "staging.example.com"; correct one of the two`,
    { 'domain/zoneName': 'example.org' },
  ],
  [
    `'domain.zoneName' must be a full domain name in lower case without a final dot, got "com"; write it like 'example.com'`,
    { 'domain/zoneName': 'com' },
  ],
  [
    `'domain.hostedZoneId' must be Z and capital letters or digits, got "/hostedzone/Z0123456789"; copy it without '/hostedzone/', like 'Z0123456789ABCDEFGHIJ'`,
    { 'domain/hostedZoneId': '/hostedzone/Z0123456789' },
  ],
  [
    `'domain.zoneName' must be left out when 'domain.hostedZoneId' names an existing zone, got "example.com"; remove one of the two`,
    { 'domain/hostedZoneId': 'Z0123456789', 'domain/zoneName': 'example.com' },
  ],
];

describe('mistakes in the domain', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('staging', changes)).toEqual([sentence]);
  });
});
