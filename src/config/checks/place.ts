import { distinct, matching, type Check } from '../check';
import { problem } from '../problem';
import { regionProblems } from '../region-problems';
import { REGIONS } from '../regions';

const accountIsWellFormed: Check = function* ({ accountId }) {
  yield* matching(
    'accountId',
    accountId,
    /^\d{12}$/,
    'must be twelve digits',
    `copy it from 'aws sts get-caller-identity'`,
  );
};

const regionIsKnown: Check = ({ region }) => regionProblems('region', region);

const zonesAreTwoToFour: Check = function* ({ availabilityZones }) {
  const { length } = availabilityZones;
  if (length < 2) yield problem('availabilityZones', 'must be two to four zones', availabilityZones, 'add a zone');
  if (length > 4) yield problem('availabilityZones', 'must be two to four zones', availabilityZones, 'remove a zone');
};

const zonesBelongToRegion: Check = function* ({ region, availabilityZones }) {
  if (!REGIONS.includes(region)) return;
  const rule = `must be a zone of ${region} with a letter from a to h`;
  for (const [index, zone] of availabilityZones.entries()) {
    const belongs = zone.slice(0, -1) === region && /[a-h]$/.test(zone);
    if (!belongs) yield problem(`availabilityZones[${index}]`, rule, zone, `write it like '${region}a'`);
  }
};

const zonesDiffer: Check = ({ availabilityZones }) =>
  distinct((index) => `availabilityZones[${index}]`, availabilityZones, 'name another zone or remove it');

export const placeChecks: readonly Check[] = [
  accountIsWellFormed,
  regionIsKnown,
  zonesAreTwoToFour,
  zonesBelongToRegion,
  zonesDiffer,
];
