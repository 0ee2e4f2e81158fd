import type { Finding } from '../../../src/drift';
import type { TextStore, VersionedText } from '../../../src/drift/life/keep';

/** A finding that alarms; its fingerprint is its address. */
export function finding(address: string, more: Partial<Finding> = {}): Finding {
  return {
    class: 'revertable',
    address,
    type: address.split('.')[0] ?? '',
    action: 'update',
    attributes: [{ path: 'tags["owner"]', sensitive: false }],
    severity: 'low',
    alarming: true,
    consequences: [],
    fingerprint: address,
    content: 'one',
    nextSteps: [],
    ...more,
  };
}

/** A store in memory, and what is in it. */
export function memoryStore(): TextStore & { readonly texts: Map<string, VersionedText> } {
  const texts = new Map<string, VersionedText>();
  let version = 0;
  return {
    place: 'memory',
    texts,
    read: (name) => Promise.resolve(texts.get(name)),
    write: (name, text, over) => {
      if (texts.get(name)?.version !== over) return Promise.resolve(false);
      version += 1;
      texts.set(name, { text, version: String(version) });
      return Promise.resolve(true);
    },
    list: (folder) => Promise.resolve([...texts.keys()].filter((name) => name.startsWith(`${folder}/`)).toSorted()),
  };
}
