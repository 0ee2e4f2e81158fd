import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ObjectStore } from '../../src/release';

/** A bucket in memory that tests can look into and disturb. */
export interface FakeObjectStore extends ObjectStore {
  readonly objects: Map<string, Buffer>;
  /** Keys in the order they were written. */
  readonly written: string[];
  /** Runs before a write, so that a test can be faster than it. */
  beforeWrite: (key: string) => void;
  closed: boolean;
}

/** When everything in a fake bucket was written. */
export const WRITTEN = new Date('2026-11-20T10:00:00Z');

const digest = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Makes an empty one. */
export function fakeObjectStore(bucket = 'releases'): FakeObjectStore {
  const objects = new Map<string, Buffer>();
  const store: FakeObjectStore = {
    bucket,
    objects,
    written: [],
    beforeWrite: () => undefined,
    closed: false,
    readText: (key) => {
      const content = objects.get(key);
      return Promise.resolve(content && { text: content.toString(), etag: digest(content) });
    },
    sha256: (key) => {
      const content = objects.get(key);
      return Promise.resolve(content && digest(content));
    },
    write: (key, body, condition) => {
      store.beforeWrite(key);
      const present = objects.get(key);
      const holds = condition === 'absent' ? present === undefined : present && digest(present) === condition.etag;
      if (holds !== true) return Promise.resolve(false);
      objects.set(key, 'text' in body ? Buffer.from(body.text) : readFileSync(body.path));
      store.written.push(key);
      return Promise.resolve(true);
    },
    list: (prefix) => {
      const found = [...objects].filter(([key]) => key.startsWith(prefix));
      return Promise.resolve(found.map(([key, content]) => ({ key, bytes: content.length, modified: WRITTEN })));
    },
    close: () => {
      store.closed = true;
    },
  };
  return store;
}
