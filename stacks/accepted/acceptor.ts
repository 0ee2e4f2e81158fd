import type { IConstruct } from 'constructs';
import type { Environment } from '../../src/config';
import type { Suppression } from '../../src/core/suppression';
import { suppress } from '../../src/suppression';

/** Day on which what follows from the design is looked at again. */
const REVIEW = '2027-11-20';

/** Accepts what a rule finds, until the yearly review if no other day is given. */
export type Accept = (rule: string, reason: string, limits?: Partial<Pick<Suppression, 'expires' | 'finding'>>) => void;

/** Accepts findings on everything below a construct, in the name of the owner that the environment's tags state. */
export function acceptor(construct: IConstruct, { tags }: Pick<Environment, 'tags'>): Accept {
  // every sound environment has the tag, and suppress() refuses an empty owner
  const { owner = '' } = tags;
  return (rule, reason, limits = {}) => suppress(construct, { rule, reason, owner, expires: REVIEW, ...limits });
}
