import ipaddr from 'ipaddr.js';
import { UserError, messageOf } from './errors';

/** Who reaches a subnet: the internet, only the VPC with a way out, or only the private tier. */
export type SubnetTier = 'public' | 'private' | 'isolated';

/** The tiers, from the internet inwards. */
export const SUBNET_TIERS: readonly SubnetTier[] = ['public', 'private', 'isolated'];

/** A range of IPv4 addresses. */
export interface Cidr {
  /** CIDR notation, such as `10.0.0.0/16`. */
  readonly text: string;
  /** First address as a number. */
  readonly first: number;
  /** Last address as a number. */
  readonly last: number;
  readonly prefixLength: number;
}

/** Where one subnet lies. */
export interface PlannedSubnet {
  readonly availabilityZone: string;
  readonly cidrBlock: string;
}

/** The ranges of a VPC's tiers and of their subnets. */
export interface SubnetPlan {
  readonly tiers: Readonly<Record<SubnetTier, string>>;
  /** One subnet a zone, in the order the zones were given. */
  readonly subnets: Readonly<Record<SubnetTier, readonly PlannedSubnet[]>>;
}

/** Largest and smallest VPC that `planSubnets` divides; a /19 leaves a load balancer the /27 it needs in each zone. */
export const VPC_PREFIX_LENGTHS = { shortest: 16, longest: 19 } as const;

/** RFC 1918, section 3. */
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as const;

/** A zone's place in every tier follows from its letter, so adding a zone moves no other. */
const ZONE_LETTERS = 'abcdefgh';

/**
 * Shape of the tiers in a VPC of prefix length p: `bits` longer than p each, starting `sixtyFourths`/64 into the VPC.
 * A zone's subnet is always an eighth of its tier.
 */
const TIER_SHAPES: Readonly<Record<SubnetTier, { readonly bits: number; readonly sixtyFourths: number }>> = {
  private: { bits: 3, sixtyFourths: 0 },
  public: { bits: 5, sixtyFourths: 8 },
  isolated: { bits: 5, sixtyFourths: 10 },
};

/**
 * Reads an IPv4 range in CIDR notation.
 *
 * @throws UserError when it is no such range or has bits set behind the prefix
 */
export function parseCidr(text: string): Cidr {
  if (!/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(text)) {
    throw new UserError(`a range must be IPv4 in CIDR notation, got '${text}'; write it like '10.0.0.0/16'`);
  }
  const [address, prefixLength] = parsed(text);
  const first = toNumber(address);
  const size = 2 ** (32 - prefixLength);
  if (first % size !== 0) {
    const start = format(first - (first % size), prefixLength);
    throw new UserError(`a range must start at its first address, got '${text}'; use '${start}'`);
  }
  return { text: format(first, prefixLength), first, last: first + size - 1, prefixLength };
}

/** True when two ranges share an address. */
export function cidrsOverlap(a: string, b: string): boolean {
  const [left, right] = [parseCidr(a), parseCidr(b)];
  return left.first <= right.last && right.first <= left.last;
}

/** True when every address of `inner` is in `outer`. */
export function cidrContains(outer: string, inner: string): boolean {
  const [big, small] = [parseCidr(outer), parseCidr(inner)];
  return big.first <= small.first && small.last <= big.last;
}

/** True when every address is private by RFC 1918. */
export function isPrivateCidr(text: string): boolean {
  return PRIVATE_RANGES.some((range) => cidrContains(range, text));
}

/**
 * Divides a VPC into three tiers with one subnet a zone.
 *
 * `10.0.0.0/16` gives private `10.0.0.0/19` with a /22 a zone, public `10.0.32.0/21` and isolated `10.0.40.0/21` with a
 * /24 a zone; everything from `10.0.48.0` stays free. A zone's subnets depend on its letter alone.
 *
 * @throws UserError for a range that is not /16 to /19, no zone, a zone twice, or a zone without a letter from a to h
 */
export function planSubnets(cidrBlock: string, availabilityZones: readonly string[]): SubnetPlan {
  const vpc = parseCidr(cidrBlock);
  const { shortest, longest } = VPC_PREFIX_LENGTHS;
  if (vpc.prefixLength < shortest || vpc.prefixLength > longest) {
    throw new UserError(`'cidrBlock' must be /${shortest} to /${longest}, got '${cidrBlock}'; choose such a range`);
  }
  const slots = zoneSlots(availabilityZones);
  const tierStart = (tier: SubnetTier): number =>
    vpc.first + TIER_SHAPES[tier].sixtyFourths * 2 ** (26 - vpc.prefixLength);
  const tierPrefix = (tier: SubnetTier): number => vpc.prefixLength + TIER_SHAPES[tier].bits;
  const subnetsOf = (tier: SubnetTier): PlannedSubnet[] =>
    slots.map(({ availabilityZone, slot }) => {
      const prefixLength = tierPrefix(tier) + 3;
      return { availabilityZone, cidrBlock: format(tierStart(tier) + slot * 2 ** (32 - prefixLength), prefixLength) };
    });
  return {
    tiers: eachTier((tier) => format(tierStart(tier), tierPrefix(tier))),
    subnets: eachTier(subnetsOf),
  };
}

function eachTier<T>(value: (tier: SubnetTier) => T): Record<SubnetTier, T> {
  return { public: value('public'), private: value('private'), isolated: value('isolated') };
}

function zoneSlots(zones: readonly string[]): { readonly availabilityZone: string; readonly slot: number }[] {
  if (zones.length === 0) throw new UserError(`'availabilityZones' must name at least one zone, got none; add one`);
  const taken = new Map<number, string>();
  return zones.map((availabilityZone) => {
    const slot = ZONE_LETTERS.indexOf(availabilityZone.slice(-1));
    if (!/\d[a-z]$/.test(availabilityZone) || slot < 0) {
      throw new UserError(
        `'availabilityZones' must end in a letter from a to h, got '${availabilityZone}'; use a name like 'eu-west-1a'`,
      );
    }
    const other = taken.get(slot);
    if (other !== undefined) {
      throw new UserError(
        `'availabilityZones' must differ in their last letter, got '${other}' and '${availabilityZone}'; remove one`,
      );
    }
    taken.set(slot, availabilityZone);
    return { availabilityZone, slot };
  });
}

function parsed(text: string): [ipaddr.IPv4, number] {
  try {
    return ipaddr.IPv4.parseCIDR(text);
  } catch (error) {
    throw new UserError(`a range must be IPv4 in CIDR notation, got '${text}': ${messageOf(error)}; correct it`);
  }
}

function toNumber(address: ipaddr.IPv4): number {
  return address.toByteArray().reduce((total, byte) => total * 256 + byte, 0);
}

function format(first: number, prefixLength: number): string {
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${new ipaddr.IPv4(bytes).toString()}/${prefixLength}`;
}
