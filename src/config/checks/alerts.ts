import { distinct, matching, type Check } from '../check';

/** One address without display name; quotes, spaces and what Terraform would read as a template are left out. */
export const EMAIL =
  /^(?=.{6,254}$)[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

const field = (index: number): string => `alertEmails[${index}]`;

const addressesAreWellFormed: Check = function* ({ alertEmails }) {
  for (const [index, address] of alertEmails.entries()) {
    yield* matching(field(index), address, EMAIL, 'must be an e-mail address', `write it like 'alerts@example.com'`);
  }
};

const addressesDiffer: Check = ({ alertEmails }) =>
  distinct(field, alertEmails, 'remove it', (address) => address.toLowerCase());

export const alertChecks: readonly Check[] = [addressesAreWellFormed, addressesDiffer];
