/** Longest name of a domain as text (RFC 1035). */
export const LONGEST_DOMAIN_NAME = 253;

/** ACM puts the first name of a certificate into its common name, which RFC 5280 limits. */
export const LONGEST_COMMON_NAME = 64;

const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const DOMAIN_NAME = new RegExp(`^(${LABEL}\\.)+(?!\\d+$)${LABEL}$`);

/** Whether text has the form of a full domain name: lower case, two labels or more, no dot at the end. */
export function isDomainName(text: string): boolean {
  return DOMAIN_NAME.test(text);
}
