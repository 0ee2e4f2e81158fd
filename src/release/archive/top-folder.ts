import type { CodeTree } from './code-tree';
import { joined } from './entry-path';

/** The folder that holds all these files: the top of a tree or its only folder; undefined when neither does. */
export function topFolder(tree: CodeTree, files: readonly string[]): string | undefined {
  const [first = '', ...others] = tree.namesIn('');
  const candidates = ['', ...(others.length === 0 ? [first] : [])];
  return candidates.find((folder) => files.every((file) => tree.hasFile(joined(folder, file))));
}
