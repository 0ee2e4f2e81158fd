import type { BucketPlace, Fetch, ObjectStore } from '../release';
import type { Variables } from '../terraform/process/process-environment';

/** The part of the world outside that commands on releases use. */
export interface ReleasePort {
  /** What git calls the present state of a folder; undefined without git or commits. */
  gitVersion(folder: string, variables: Variables): Promise<string | undefined>;
  readonly fetch: Fetch;
  openBucket(place: BucketPlace): Promise<ObjectStore>;
}
