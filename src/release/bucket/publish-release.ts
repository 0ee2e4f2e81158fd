import { join } from 'node:path';
import { releaseLayout, type ReleaseScope } from '../../bootstrap/release-layout';
import { UserError } from '../../core/errors';
import { sha256Of } from '../digest';
import { RELEASE_FILES, type LocalRelease } from '../local-release';
import { addressOf, type ObjectBody, type ObjectStore } from './object-store';

/** How to publish. */
export interface PublishOptions {
  readonly signal: AbortSignal;
  /** Told what is being done. */
  readonly onProgress: (text: string) => void;
}

/** One object of a release, with the SHA-256 that it has or must get. */
interface Part {
  readonly file: string;
  readonly key: string;
  readonly body: ObjectBody;
  readonly sha256: string;
}

/**
 * Puts a release into the bucket, the manifest last; answers the files that were not there already.
 *
 * Nothing is ever written over: what is there has to be the same. So a run that was cut off is continued by the next, and of
 * two runs with different content one is refused.
 *
 * @throws UserError when a release of that name with other content is there
 */
export async function publishRelease(
  store: ObjectStore,
  scope: ReleaseScope,
  release: LocalRelease,
  { signal, onProgress }: PublishOptions,
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const part of await partsOf(scope, release)) {
    onProgress(`checking ${part.file}`);
    if (await isThere(store, part, release.manifest.name, signal)) continue;
    onProgress(`uploading ${part.file}`);
    if (await store.write(part.key, part.body, 'absent', signal)) written.push(part.file);
    else if (!(await isThere(store, part, release.manifest.name, signal))) {
      throw new UserError(`${addressOf(store, part.key)} is being written by somebody else; try again`);
    }
  }
  return written;
}

async function partsOf(scope: ReleaseScope, { directory, manifest, texts }: LocalRelease): Promise<readonly Part[]> {
  const { name, code } = manifest;
  const text = async (file: string, key: string, content: string): Promise<Part> => ({
    file,
    key,
    body: { text: content },
    sha256: await sha256Of(content),
  });
  return [
    {
      file: RELEASE_FILES.code,
      key: releaseLayout.code(scope, name),
      body: { path: join(directory, RELEASE_FILES.code), sha256: code.sha256, bytes: code.bytes },
      sha256: code.sha256,
    },
    await text(RELEASE_FILES.checksum, releaseLayout.checksum(scope, name), texts.checksum),
    await text(RELEASE_FILES.env, releaseLayout.env(scope, name), texts.env),
    await text(RELEASE_FILES.manifest, releaseLayout.manifest(scope, name), texts.manifest),
  ];
}

async function isThere(store: ObjectStore, { key, sha256 }: Part, name: string, signal: AbortSignal): Promise<boolean> {
  const present = await store.sha256(key, signal);
  if (present === undefined) return false;
  if (present === sha256) return true;
  throw new UserError(
    `${addressOf(store, key)} is there already, with other content (SHA-256 ${present}, this one has ${sha256}), and a ` +
      `release never changes: instances that run '${name}' would differ; build it under another name`,
  );
}
