import { gunzipSync } from 'node:zlib';
import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';

/** More than EC2 takes, packed or not; ends what unpacks without end. */
const LONGEST = 4 * 1024 * 1024;

const GZIP = Buffer.from([0x1f, 0x8b]);

/** Attributes that hold user data. */
export const USER_DATA = ['user_data', 'user_data_base64'];

/**
 * User data as an instance sees it, decoded and unpacked; undefined where it is not known.
 *
 * @param resource a launch template, whose user data is always base64, or an instance, whose may be plain
 */
export function userDataText(resource: Resource, attribute: string, value: Value): string | undefined {
  // an expression may hold a secret beside what it refers to
  const text = value.text ?? value.template;
  if (text === undefined) return undefined;
  const encoded = resource.type === 'aws_launch_template' || attribute === 'user_data_base64';
  if (!encoded || value.text === undefined) return text;
  const bytes = Buffer.from(text, 'base64');
  if (!bytes.subarray(0, 2).equals(GZIP)) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { maxOutputLength: LONGEST }).toString('utf8');
  } catch {
    return undefined;
  }
}
