/** A file that cloud-init writes before the bootstrap runs, owned by root. */
export interface InstanceFile {
  readonly path: string;
  /** Octal permissions. Nothing secret is in these files: user data can be read by whoever may describe the instance. */
  readonly permissions: '0644' | '0755';
  readonly content: string;
}

/** Folder of everything that the user data brings along. */
export const SITE_DIRECTORY = '/opt/site';
