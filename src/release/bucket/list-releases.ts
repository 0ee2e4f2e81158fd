import { releaseLayout, type ReleaseScope } from '../../bootstrap/release-layout';
import { UserError } from '../../core/errors';
import { RELEASE_FILES } from '../local-release';
import { parseManifest, type ReleaseManifest } from '../manifest';
import { addressOf, type ObjectFacts, type ObjectStore } from './object-store';
import { isReleaseName } from '../release-name';

/** A release in the bucket. */
export interface ListedRelease {
  readonly name: string;
  /** When the last of its objects was written. */
  readonly published: Date;
  /** Bytes of its archive. */
  readonly bytes: number;
  /** Why it cannot become current; undefined when it can. */
  readonly problem: string | undefined;
  /** Undefined when it was published without. */
  readonly manifest: ReleaseManifest | undefined;
}

const AT_ONCE = 8;

/** Every release of an application and environment, the newest first. */
export async function listReleases(
  store: ObjectStore,
  scope: ReleaseScope,
  signal: AbortSignal,
): Promise<readonly ListedRelease[]> {
  const prefix = `${releaseLayout.prefix(scope)}/`;
  const byName = new Map<string, ObjectFacts[]>();
  for (const object of await store.list(prefix, signal)) {
    const [name = '', ...rest] = object.key.slice(prefix.length).split('/');
    if (rest.length > 0 && isReleaseName(name)) byName.set(name, [...(byName.get(name) ?? []), object]);
  }
  const waiting = [...byName];
  const releases: ListedRelease[] = [];
  while (waiting.length > 0) {
    const some = waiting.splice(0, AT_ONCE);
    releases.push(...(await Promise.all(some.map(([name, objects]) => describe(store, scope, name, objects, signal)))));
  }
  return releases.toSorted((left, right) => right.published.getTime() - left.published.getTime());
}

async function describe(
  store: ObjectStore,
  scope: ReleaseScope,
  name: string,
  objects: readonly ObjectFacts[],
  signal: AbortSignal,
): Promise<ListedRelease> {
  const find = (file: string): ObjectFacts | undefined => objects.find(({ key }) => key.endsWith(`/${name}/${file}`));
  const missing = Object.values(RELEASE_FILES).filter((file) => find(file) === undefined);
  const { manifest, problem } = await readManifest(store, releaseLayout.manifest(scope, name), signal);
  return {
    name,
    published: new Date(Math.max(...objects.map(({ modified }) => modified.getTime()))),
    bytes: find(RELEASE_FILES.code)?.bytes ?? 0,
    problem: missing.length > 0 ? `without ${missing.join(', ')}` : problem,
    manifest,
  };
}

async function readManifest(
  store: ObjectStore,
  key: string,
  signal: AbortSignal,
): Promise<{ manifest?: ReleaseManifest; problem?: string }> {
  const object = await store.readText(key, signal);
  if (object === undefined) return {};
  try {
    return { manifest: parseManifest(object.text, addressOf(store, key)) };
  } catch (error) {
    // one broken release must not hide the others
    if (error instanceof UserError) return { problem: error.message };
    throw error;
  }
}
