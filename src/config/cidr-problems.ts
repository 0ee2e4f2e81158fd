import ipaddr from 'ipaddr.js';
import { parseCidr, type Cidr } from '../core/cidr';
import { UserError } from '../core/errors';
import { problem, type Problem } from './problem';

/** A range whose text is exact; nothing for text that is no range or that does not start at its first address. */
export function readCidr(text: string): Cidr | undefined {
  try {
    const cidr = parseCidr(text);
    // a leading zero makes a part octal for some programs, so `010.0.0.0` is not what it seems
    return cidr.text === text ? cidr : undefined;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** Text must be a range of IPv4 addresses that starts at its first address. */
export function* cidrProblems(field: string, text: string): Iterable<Problem> {
  if (readCidr(text) !== undefined) return;
  const plain = /^((0|[1-9]\d{0,2})\.){3}(0|[1-9]\d{0,2})\/\d{1,2}$/.test(text) && ipaddr.IPv4.isValidCIDR(text);
  if (plain) {
    const first = `${ipaddr.IPv4.networkAddressFromCIDR(text).toString()}/${text.split('/')[1]}`;
    yield problem(field, 'must start at the first address of the range', text, `write '${first}'`);
  } else {
    yield problem(field, 'must be IPv4 in CIDR notation', text, `write it like '10.10.0.0/16'`);
  }
}
