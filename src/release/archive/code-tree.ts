import { UserError } from '../../core/errors';
import { foldedPath, foldersAbove, joined } from './entry-path';
import type { Limits } from './limits';
import type { Piece } from './spool';

/** One member of a tree. */
export type TreeNode =
  | { readonly kind: 'folder' }
  | { readonly kind: 'file'; readonly content: Piece; readonly executable: boolean }
  /** A symbolic link; `target` as it was written. */
  | { readonly kind: 'link'; readonly target: string };

/** Files, folders and links by path, in which no two names mean the same place. */
export class CodeTree {
  private readonly nodes = new Map<string, TreeNode>();
  private readonly spellings = new Map<string, string>();

  constructor(
    private readonly label: string,
    private readonly limits: Limits,
  ) {}

  /** Paths in the order of their characters, the same on every machine. */
  paths(): readonly string[] {
    return [...this.nodes.keys()].toSorted((left, right) => (left < right ? -1 : 1));
  }

  get(path: string): TreeNode | undefined {
    return path === '' ? { kind: 'folder' } : this.nodes.get(path);
  }

  hasFile(path: string): boolean {
    return this.get(path)?.kind === 'file';
  }

  /** Names right inside a folder. */
  namesIn(folder: string): readonly string[] {
    const prefix = folder === '' ? '' : `${folder}/`;
    const inside = this.paths().filter((path) => path.startsWith(prefix) && path !== folder);
    return inside.map((path) => path.slice(prefix.length)).filter((name) => !name.includes('/'));
  }

  /**
   * Adds a member and the folders above it.
   *
   * @throws UserError when its place is taken, also by a name in another case, lies below a file or a link, or there are too many
   */
  add(path: string, node: TreeNode): void {
    if (path === '') return;
    for (const folder of foldersAbove(path)) this.place(folder, { kind: 'folder' });
    this.place(path, node);
  }

  /** Adds all members of `folder` of another tree below `at`. */
  mount(tree: CodeTree, folder: string, at: string): void {
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const path of tree.paths()) {
      const node = tree.get(path);
      if (node !== undefined && path.startsWith(prefix) && path !== folder) {
        this.add(joined(at, path.slice(prefix.length)), node);
      }
    }
  }

  /** Takes away a folder and everything in it; false when there is none. */
  remove(folder: string): boolean {
    const gone = [...this.nodes.keys()].filter((path) => path === folder || path.startsWith(`${folder}/`));
    for (const path of gone) {
      this.nodes.delete(path);
      this.spellings.delete(foldedPath(path));
    }
    return gone.length > 0;
  }

  private place(path: string, node: TreeNode): void {
    const spelling = this.spellings.get(foldedPath(path));
    if (spelling !== undefined && spelling !== path) {
      throw this.mistake(`holds '${spelling}' and '${path}', which are one file where case does not count; rename one`);
    }
    const present = this.nodes.get(path);
    if (present?.kind === 'folder' && node.kind === 'folder') return;
    if (present !== undefined) {
      const why = present.kind === node.kind ? 'twice' : `as ${present.kind} and as ${node.kind}`;
      throw this.mistake(`holds '${path}' ${why}; repack it with one of them`);
    }
    if (this.nodes.size >= this.limits.entries) {
      throw this.mistake(
        `holds more than ${this.limits.entries} files and folders; leave out what the site does not need`,
      );
    }
    this.nodes.set(path, node);
    this.spellings.set(foldedPath(path), path);
  }

  private mistake(what: string): UserError {
    return new UserError(`'${this.label}' ${what}`);
  }
}
