import { UserError } from '../../core/errors';
import type { CodeTree } from './code-tree';
import { joined, parentOf } from './entry-path';

/** As many as Linux follows. */
const MOST_HOPS = 40;

/**
 * The place that a path leads to when every link on the way is followed; undefined when it leads out of the tree, to
 * nothing or round in circles.
 */
export function followed(tree: CodeTree, from: string, target: string): string | undefined {
  const waiting = target.split('/');
  let place = from;
  let hops = 0;
  if (target.startsWith('/')) return undefined;
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (place === '' || tree.get(place)?.kind !== 'folder') return undefined;
      place = parentOf(place);
      continue;
    }
    const next = joined(place, part);
    const node = tree.get(next);
    if (node === undefined || tree.get(place)?.kind !== 'folder') return undefined;
    if (node.kind !== 'link') {
      place = next;
      continue;
    }
    hops += 1;
    if (hops > MOST_HOPS || node.target.startsWith('/')) return undefined;
    waiting.unshift(...node.target.split('/'));
  }
  return place;
}

/** @throws UserError when a link leads anywhere but to a file or folder of the tree */
export function checkLinks(tree: CodeTree): void {
  for (const path of tree.paths()) {
    const node = tree.get(path);
    if (node?.kind !== 'link' || followed(tree, parentOf(path), node.target) !== undefined) continue;
    throw new UserError(
      `the link '${path}' must lead to a file or folder of the release, got ${JSON.stringify(node.target)}; ` +
        'put the file itself in its place',
    );
  }
}
