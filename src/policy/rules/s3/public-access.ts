import type { Resource } from '../../model/resource';
import { expectTrue } from '../../rule/expect';
import type { Verdict } from '../../rule/verdict';

/** All four; each covers a way that the others leave open. */
const SWITCHES = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];

/** Judges the switches of a public access block, of a bucket or of an account. */
export function judgeSwitches(block: Resource): readonly Verdict[] {
  return SWITCHES.map((name) => expectTrue(block, name));
}
