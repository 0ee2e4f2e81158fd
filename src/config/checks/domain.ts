import { isDomainName, LONGEST_COMMON_NAME, LONGEST_DOMAIN_NAME } from '../../core/domain-name';
import type { Check } from '../check';
import { problem, type Problem } from '../problem';

const nameIsQualified: Check = ({ domain }) =>
  domain === undefined ? [] : domainProblems('domain.name', domain.name, LONGEST_COMMON_NAME, 'www.example.com');

const zoneNameIsQualified: Check = ({ domain }) =>
  domain?.zoneName === undefined
    ? []
    : domainProblems('domain.zoneName', domain.zoneName, LONGEST_DOMAIN_NAME, 'example.com');

const nameLiesInZone: Check = function* ({ domain }) {
  if (domain?.zoneName === undefined) return;
  const { name, zoneName } = domain;
  if (!isDomainName(zoneName) || name === zoneName || name.endsWith(`.${zoneName}`)) return;
  yield problem(
    'domain.name',
    `must lie in the zone '${zoneName}' of 'domain.zoneName'`,
    name,
    'correct one of the two',
  );
};

const zoneIsMadeOrFound: Check = function* ({ domain }) {
  if (domain?.zoneName === undefined || domain.hostedZoneId === undefined) return;
  const rule = `must be left out when 'domain.hostedZoneId' names an existing zone`;
  yield problem('domain.zoneName', rule, domain.zoneName, 'remove one of the two');
};

const zoneIdIsWellFormed: Check = function* ({ domain }) {
  if (domain?.hostedZoneId === undefined || /^Z[A-Z0-9]{5,31}$/.test(domain.hostedZoneId)) return;
  const fix = `copy it without '/hostedzone/', like 'Z0123456789ABCDEFGHIJ'`;
  yield problem('domain.hostedZoneId', 'must be Z and capital letters or digits', domain.hostedZoneId, fix);
};

function* domainProblems(field: string, name: string, longest: number, example: string): Iterable<Problem> {
  if (name.length > longest)
    yield problem(field, `must have at most ${longest} characters`, name, `shorten it by ${name.length - longest}`);
  else if (!isDomainName(name)) {
    yield problem(
      field,
      'must be a full domain name in lower case without a final dot',
      name,
      `write it like '${example}'`,
    );
  }
}

export const domainChecks: readonly Check[] = [
  nameIsQualified,
  zoneNameIsQualified,
  nameLiesInZone,
  zoneIsMadeOrFound,
  zoneIdIsWellFormed,
];
