import { releaseLayout, type ReleaseScope } from '../../bootstrap/release-layout';
import { UserError } from '../../core/errors';
import { addressOf, type ObjectStore, type ObjectText } from './object-store';
import { checkPublished } from './published-release';

/** What `current` names, and the version of the object that says so. */
export interface Current {
  readonly name: string;
  readonly etag: string;
}

/** What became of `current`. */
export interface Switched {
  /** The release before; undefined when there was none. */
  readonly previous: string | undefined;
  readonly changed: boolean;
}

/** The release that new instances take; undefined when none was chosen yet. */
export async function readCurrent(
  store: ObjectStore,
  scope: ReleaseScope,
  signal: AbortSignal,
): Promise<Current | undefined> {
  const object: ObjectText | undefined = await store.readText(releaseLayout.current(scope), signal);
  return object === undefined ? undefined : { name: object.text.trim(), etag: object.etag };
}

/**
 * Makes a published release the one that new instances take, unless somebody else chose one meanwhile.
 *
 * @throws UserError when the release is not complete, or `current` changed since it was read
 */
export async function switchCurrent(
  store: ObjectStore,
  scope: ReleaseScope,
  name: string,
  signal: AbortSignal,
): Promise<Switched> {
  const key = releaseLayout.current(scope);
  const present = await readCurrent(store, scope, signal);
  await checkPublished(store, scope, name, signal);
  if (present?.name === name) return { previous: name, changed: false };
  const condition = present === undefined ? 'absent' : { etag: present.etag };
  if (await store.write(key, { text: `${name}\n` }, condition, signal))
    return { previous: present?.name, changed: true };
  const now = await readCurrent(store, scope, signal);
  throw new UserError(
    `${addressOf(store, key)} was changed by somebody else meanwhile, from '${present?.name ?? 'nothing'}' to ` +
      `'${now?.name ?? 'nothing'}', and is left like that; look at 'wordpress-ha release list' and decide again`,
  );
}
