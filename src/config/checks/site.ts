import { matching, type Check } from '../check';
import { EMAIL } from './alerts';

/** Printable, and nothing that Terraform would read as a template. */
const TITLE = /^(?=.*\S)(?!.*[$%]\{)[^\p{C}\p{Zl}\p{Zp}]{1,200}$/u;

export const siteChecks: readonly Check[] = [
  ({ site }) =>
    matching(
      'site.title',
      site.title,
      TITLE,
      "must be 1 to 200 printable characters on one line without '${' and '%{'",
      'shorten or reword it',
    ),
  ({ site }) =>
    matching(
      'site.adminEmail',
      site.adminEmail,
      EMAIL,
      'must be an e-mail address',
      `write it like 'admin@example.com'`,
    ),
];
