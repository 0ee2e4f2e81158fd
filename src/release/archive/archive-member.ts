/** What the readers of archives and folders find, one after the other, by the names they find it under. */
export type ArchiveMember =
  | { readonly kind: 'folder'; readonly name: string }
  /** `content` has to be read before the next member is asked for. */
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly executable: boolean;
      readonly content: AsyncIterable<Uint8Array>;
    }
  /** A symbolic link. */
  | { readonly kind: 'link'; readonly name: string; readonly target: string }
  /** A hard link: the same content as a file that came before. */
  | { readonly kind: 'copy'; readonly name: string; readonly target: string };

/** Whether anybody may run the file. */
export function isExecutable(mode: number): boolean {
  return (mode & 0o111) !== 0;
}

const LEFT_OUT: ReadonlySet<string> = new Set(['.git', '.svn', '.hg', '.DS_Store', '__MACOSX']);

/** Whether a path is what a version control or a desktop puts beside the code. */
export function isLeftOut(path: string): boolean {
  return path.split('/').some((part) => LEFT_OUT.has(part));
}
