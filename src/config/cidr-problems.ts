import ipaddr from 'ipaddr.js';
import { parseCidr, type Cidr } from '../core/cidr';
import { problem, type Problem } from './problem';

/** Four plain numbers: with a leading zero some programs read one as octal, so `010.0.0.0` is not what it seems. */
const NOTATION = /^((0|[1-9]\d{0,2})\.){3}(0|[1-9]\d{0,2})\/\d{1,2}$/;

/** A range in exact notation; nothing for text that is no range or that does not start at its first address. */
export function readCidr(text: string): Cidr | undefined {
  return startingAtFirst(text) === text ? parseCidr(text) : undefined;
}

/** Text must be a range of IPv4 addresses that starts at its first address. */
export function* cidrProblems(field: string, text: string): Iterable<Problem> {
  const exact = startingAtFirst(text);
  if (exact === undefined) {
    yield problem(field, 'must be IPv4 in CIDR notation', text, `write it like '10.10.0.0/16'`);
  } else if (exact !== text) {
    yield problem(field, 'must start at the first address of the range', text, `write '${exact}'`);
  }
}

/** The same range, starting at its first address. */
function startingAtFirst(text: string): string | undefined {
  if (!NOTATION.test(text) || !ipaddr.IPv4.isValidCIDR(text)) return undefined;
  const prefixLength = Number(text.split('/')[1]);
  return `${ipaddr.IPv4.networkAddressFromCIDR(text).toString()}/${prefixLength}`;
}
