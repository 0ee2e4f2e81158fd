import ipaddr from 'ipaddr.js';

/** IPv4 or IPv6. */
export type Family = 4 | 6;

/** Addresses of one family from `first` to `last`, both included, as numbers. */
export interface AddressRange {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

/** The addresses of a CIDR block of either family; undefined for a text that is none. */
export function addressRange(cidr: string): AddressRange | undefined {
  if (!ipaddr.isValidCIDR(cidr)) return undefined;
  const [address, length] = ipaddr.parseCIDR(cidr);
  const family = address.kind() === 'ipv4' ? 4 : 6;
  const size = 1n << BigInt(bitsOf(family) - length);
  const number = address.toByteArray().reduce((total, byte) => (total << 8n) + BigInt(byte), 0n);
  const first = number - (number % size);
  return { family, first, last: first + size - 1n };
}

/** All addresses of a family. */
export function everyAddress(family: Family): AddressRange {
  return { family, first: 0n, last: (1n << BigInt(bitsOf(family))) - 1n };
}

/** Whether a range holds an address of the same family. */
export function holds(range: AddressRange, address: bigint): boolean {
  return range.first <= address && address <= range.last;
}

/** How long the prefix of a block is: the more specific of two routes is the one with the longer prefix. */
export function prefixLength({ family, first, last }: AddressRange): number {
  return bitsOf(family) - (last - first).toString(2).replace(/^0$/, '').length;
}

/** An address as people write it. */
export function formatAddress(family: Family, address: bigint): string {
  const bytes = Array.from({ length: bitsOf(family) / 8 }, (_, index) =>
    Number((address >> BigInt(bitsOf(family) - 8 * (index + 1))) & 255n),
  );
  return ipaddr.fromByteArray(bytes).toString();
}

function bitsOf(family: Family): number {
  return family === 4 ? 32 : 128;
}
