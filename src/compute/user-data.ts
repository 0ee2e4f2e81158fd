import { compressUserData, USER_DATA_LIMIT_BYTES } from '../bootstrap';
import { UserError } from '../core/errors';

/**
 * User data as the launch template wants it.
 *
 * Encoded here and not by Terraform, so that no `${}` of the shell is ever taken for one of Terraform's.
 *
 * Text beyond EC2's limit is given compressed, which cloud-init unpacks by itself.
 *
 * @throws UserError when it is longer than 16 KiB even so, or holds something that only Terraform could fill in
 */
export function encodeUserData(userData: string): string {
  const plain = Buffer.from(userData, 'utf8');
  const bytes = plain.length > USER_DATA_LIMIT_BYTES ? compressUserData(userData) : plain;
  if (bytes.length > USER_DATA_LIMIT_BYTES) {
    throw new UserError(
      `'userData' must not exceed ${USER_DATA_LIMIT_BYTES} bytes compressed, got ${bytes.length}; move parts of it into the release`,
    );
  }
  const unresolved = /\$\{TfToken\[[^\]]*\]\}/.exec(userData);
  if (unresolved !== null) {
    throw new UserError(
      `'userData' must be plain text, got '${unresolved[0]}'; let the instance read the value from a tag or a parameter`,
    );
  }
  return bytes.toString('base64');
}
