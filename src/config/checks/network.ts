import { cidrsOverlap, isPrivateCidr, VPC_PREFIX_LENGTHS } from '../../core/cidr';
import { INTERFACE_ENDPOINT_SERVICES } from '../../core/network-choices';
import { cidrProblems, readCidr } from '../cidr-problems';
import { distinct, type Check } from '../check';
import { problem } from '../problem';

const reservedField = (index: number): string => `network.reservedCidrBlocks[${index}]`;
const endpointField = (index: number): string => `network.interfaceEndpoints[${index}]`;

const cidrIsWellFormed: Check = ({ network }) => cidrProblems('network.cidrBlock', network.cidrBlock);

const cidrHasRoom: Check = function* ({ network: { cidrBlock } }) {
  const cidr = readCidr(cidrBlock);
  if (cidr === undefined) return;
  const { shortest, longest } = VPC_PREFIX_LENGTHS;
  const rule = `must be /${shortest} to /${longest}, room for three tiers in up to eight zones`;
  const fix = cidr.prefixLength < shortest ? 'choose a smaller range' : 'choose a larger range';
  if (cidr.prefixLength < shortest || cidr.prefixLength > longest)
    yield problem('network.cidrBlock', rule, cidrBlock, fix);
};

const cidrIsPrivate: Check = function* ({ network: { cidrBlock } }) {
  if (readCidr(cidrBlock) === undefined || isPrivateCidr(cidrBlock)) return;
  const rule = 'must lie in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 (RFC 1918)';
  yield problem('network.cidrBlock', rule, cidrBlock, `use a private range such as '10.10.0.0/16'`);
};

const reservedCidrsAreWellFormed: Check = function* ({ network }) {
  for (const [index, reserved] of (network.reservedCidrBlocks ?? []).entries())
    yield* cidrProblems(reservedField(index), reserved);
};

const reservedCidrsDiffer: Check = ({ network }) =>
  distinct(reservedField, network.reservedCidrBlocks ?? [], 'remove it');

const cidrAvoidsReserved: Check = function* ({ network: { cidrBlock, reservedCidrBlocks = [] } }) {
  if (readCidr(cidrBlock) === undefined) return;
  for (const [index, reserved] of reservedCidrBlocks.entries()) {
    if (readCidr(reserved) === undefined || !cidrsOverlap(cidrBlock, reserved)) continue;
    const rule = `must not overlap '${reservedField(index)}' (${reserved})`;
    yield problem('network.cidrBlock', rule, cidrBlock, 'choose a range outside it');
  }
};

const endpointsDiffer: Check = ({ network }) => distinct(endpointField, network.interfaceEndpoints ?? [], 'remove it');

const endpointsReplaceNat: Check = function* ({ network: { nat, interfaceEndpoints } }) {
  if (nat !== 'none' || interfaceEndpoints === undefined) return;
  const missing = INTERFACE_ENDPOINT_SERVICES.filter((service) => !interfaceEndpoints.includes(service));
  if (missing.length === 0) return;
  const rule = `must name every service when 'network.nat' is 'none'`;
  yield problem(
    'network.interfaceEndpoints',
    rule,
    interfaceEndpoints,
    `add ${missing.join(', ')} or leave the field out`,
  );
};

export const networkChecks: readonly Check[] = [
  cidrIsWellFormed,
  cidrHasRoom,
  cidrIsPrivate,
  reservedCidrsAreWellFormed,
  reservedCidrsDiffer,
  cidrAvoidsReserved,
  endpointsDiffer,
  endpointsReplaceNat,
];
