import { RELEASE_NAME_PATTERN, RESERVED_RELEASE_NAMES } from '../bootstrap/release-layout';
import { UserError } from '../core/errors';

const PATTERN = new RegExp(RELEASE_NAME_PATTERN);

/** Whether instances accept a release of this name. */
export function isReleaseName(name: string): boolean {
  return PATTERN.test(name) && !RESERVED_RELEASE_NAMES.includes(name);
}

/**
 * The name itself.
 *
 * @throws UserError when instances would not accept it; `source` says where it comes from
 */
export function releaseName(name: string, source: string): string {
  if (isReleaseName(name)) return name;
  throw new UserError(
    `${source} must be 1 to 63 letters, digits, '.', '_' and '-', begin with a letter or digit and be none of ` +
      `${RESERVED_RELEASE_NAMES.join(', ')}, got ${JSON.stringify(name)}; choose another name`,
  );
}
