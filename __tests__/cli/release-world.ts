import type { BucketPlace } from '../../src/release';
import type { FakeObjectStore } from '../support/fake-object-store';
import type { World } from './support';

/** An app whose stack `data` has a releases bucket, and one whose stack `web` has instances. */
const STACKS: World['stacks'] = {
  foundation: {},
  data: { dependencies: ['foundation'], configuration: { output: { releases_bucket: { value: 'x' } } } },
  web: { configuration: { resource: { aws_autoscaling_group: { Fleet: { name: 'wordpress-staging-web' } } } } },
};

/** A world with a releases bucket; `version` is what git says, null for nothing. */
export function withBucket(store: FakeObjectStore, version: string | null = 'v1.2.0'): World {
  return sandboxed(store, version).world;
}

/** The same, with the places that were asked for. */
export function sandboxed(
  store: FakeObjectStore,
  version: string | null = 'v1.2.0',
): { world: World; places: BucketPlace[] } {
  const places: BucketPlace[] = [];
  const releases = {
    gitVersion: () => Promise.resolve(version ?? undefined),
    fetch: () => Promise.reject(new Error('no network')),
    openBucket: (place: BucketPlace) => {
      places.push(place);
      return Promise.resolve(store);
    },
  };
  const outputs = { releases_bucket: { value: 'releases', sensitive: false } };
  return { world: { stacks: STACKS, scripts: { data: { outputs } }, services: { releases } }, places };
}
