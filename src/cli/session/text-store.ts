import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../../core/errors';
import type { TextStore, VersionedText } from '../../drift';
import type { ObjectStore } from '../../release';
import type { Context } from '../context';
import type { Session } from './session';

const BUCKET = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*?))?\/?$/;

/**
 * Works with the folder of texts that a place names and lets it go.
 *
 * @param place a folder, or `s3://bucket/prefix`
 * @throws UserError when the place is neither
 */
export async function withTextStore<T>(
  context: Context,
  session: Pick<Session, 'entry' | 'variables'>,
  place: string,
  work: (store: TextStore) => Promise<T>,
): Promise<T> {
  const [, bucket, prefix = ''] = BUCKET.exec(place) ?? [];
  if (bucket === undefined) {
    if (!place.includes('://')) return work(folderStore(resolve(context.folder, place)));
    throw new UserError(`'--history' must be a folder or s3://BUCKET/PREFIX, got '${place}'`);
  }
  const { entry, variables } = session;
  const region = entry?.region ?? variables['AWS_REGION'];
  if (region === undefined) throw new UserError(`the region of '${place}' is not known; set 'AWS_REGION'`);
  const store = await context.services.releases.openBucket({ bucket, region, accountId: entry?.accountId, variables });
  try {
    return await work(bucketStore(store, prefix, context.signal));
  } finally {
    store.close();
  }
}

/** Texts in a folder; each is written whole or not at all. */
function folderStore(root: string): TextStore {
  const read = (name: string): VersionedText | undefined => {
    const file = join(root, name);
    if (!existsSync(file)) return undefined;
    const text = readFileSync(file, 'utf8');
    return { text, version: createHash('sha256').update(text).digest('hex') };
  };
  return {
    place: root,
    read: (name) => Promise.resolve(read(name)),
    write: (name, text, over) => {
      if (read(name)?.version !== over) return Promise.resolve(false);
      const file = join(root, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.${process.pid}`, text);
      renameSync(`${file}.${process.pid}`, file);
      return Promise.resolve(true);
    },
    list: (folder) => {
      const directory = join(root, folder);
      const names = existsSync(directory) ? readdirSync(directory) : [];
      return Promise.resolve(names.map((name) => relative(root, join(directory, name))).toSorted());
    },
  };
}

function bucketStore(store: ObjectStore, prefix: string, signal: AbortSignal): TextStore {
  const key = (name: string): string => (prefix === '' ? name : `${prefix}/${name}`);
  return {
    place: `s3://${store.bucket}${prefix === '' ? '' : `/${prefix}`}`,
    read: async (name) => {
      const found = await store.readText(key(name), signal);
      return found === undefined ? undefined : { text: found.text, version: found.etag };
    },
    write: (name, text, over) =>
      store.write(key(name), { text }, over === undefined ? 'absent' : { etag: over }, signal),
    list: async (folder) => {
      const objects = await store.list(`${key(folder)}/`, signal);
      return objects.map((each) => (prefix === '' ? each.key : each.key.slice(prefix.length + 1))).toSorted();
    },
  };
}
