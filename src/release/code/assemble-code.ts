import { basename, resolve } from 'node:path';
import { UserError } from '../../core/errors';
import { CodeTree } from '../archive/code-tree';
import { checkLinks } from '../archive/links';
import type { ReleaseManifest, ReleasePart } from '../manifest';
import { addPhpCode } from './php-code';
import { readSource, type Workshop } from '../archive/read-source';
import { addExtension, addWordPress, checkWordPressCode, type ExtensionKind } from './wordpress-code';

/** The code of a release; paths of archives (`.tar.gz`, `.zip`) or folders. */
export type CodeInputs = WordPressInputs | PhpInputs;

/** WordPress, and what is added to it. */
export interface WordPressInputs {
  readonly kind: 'wordpress';
  readonly path: string;
  /**
   * Hexadecimal SHA-256 that the archive of WordPress must have.
   *
   * @default - any
   */
  readonly sha256?: string;
  readonly plugins: readonly string[];
  readonly themes: readonly string[];
}

/** Any other site that starts at an `index.php`. */
export interface PhpInputs {
  readonly kind: 'php';
  readonly path: string;
}

/** The code of a release, put together and checked. */
export interface AssembledCode extends Pick<ReleaseManifest, 'wordpress' | 'plugins' | 'themes'> {
  readonly tree: CodeTree;
  /** What a person should know. */
  readonly notes: readonly string[];
}

/**
 * Puts the code of a release together.
 *
 * @throws UserError when a part is not what it is given as, or holds what instances bring along themselves
 */
export async function assembleCode(
  inputs: CodeInputs,
  onProgress: (text: string) => void,
  workshop: Workshop,
): Promise<AssembledCode> {
  const tree = new CodeTree('the release', workshop.limits);
  const read = async (path: string): Promise<CodeTree> => {
    onProgress(`reading ${labelOf(path)}`);
    return readSource(path, workshop);
  };
  const parts =
    inputs.kind === 'wordpress' ? await addAll(tree, inputs, read, workshop) : await addPhp(tree, inputs, read);
  if (tree.get('.complete') !== undefined) {
    throw new UserError("the release must not hold '.complete': instances mark unpacked releases by it; rename it");
  }
  checkLinks(tree);
  return { tree, ...parts };
}

/** What messages call an input. */
export function labelOf(path: string): string {
  return basename(resolve(path));
}

type Parts = Omit<AssembledCode, 'tree'>;
type Read = (path: string) => Promise<CodeTree>;

async function addPhp(tree: CodeTree, { path }: PhpInputs, read: Read): Promise<Parts> {
  addPhpCode(tree, await read(path), labelOf(path));
  return { notes: [], plugins: [], themes: [] };
}

async function addAll(tree: CodeTree, inputs: WordPressInputs, read: Read, { spool }: Workshop): Promise<Parts> {
  const notes: string[] = [];
  const version = await addWordPress(tree, await read(inputs.path), labelOf(inputs.path), spool);
  const add = async (kind: ExtensionKind, paths: readonly string[]): Promise<readonly ReleasePart[]> => {
    const parts = new Map<string, ReleasePart>();
    for (const path of paths) {
      const { replaced, ...part } = await addExtension(tree, kind, await read(path), labelOf(path), spool);
      if (parts.has(part.name)) {
        throw new UserError(`'--${kind}' must bring each ${kind} once, got '${part.name}' twice; give one of them`);
      }
      if (replaced) notes.push(`the ${kind} '${part.name}' replaces the one that WordPress brings along`);
      parts.set(part.name, part);
    }
    return [...parts.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1));
  };
  const plugins = await add('plugin', inputs.plugins);
  const themes = await add('theme', inputs.themes);
  checkWordPressCode(tree);
  return { notes, wordpress: { version }, plugins, themes };
}
