import type { FamilySettings, ImageFamily } from './image-family';
import type { InstanceFile } from './instance-file';

/** A folder of the document root that all instances share. */
export interface SharedFolder {
  /** Path inside the document root, such as `wp-content/uploads`; becomes a link. */
  readonly path: string;
  /** Folder on the shared file system. */
  readonly folder: string;
}

/**
 * A PHP application that the instances serve.
 *
 * Releases, nginx, PHP-FPM, shared folders, health checks and the launch hook are the same for all; this is what differs.
 */
export interface Application {
  /** Packages besides those of the family. */
  readonly packages: Readonly<Record<ImageFamily, readonly string[]>>;
  /**
   * Folders on EFS; with none, no file system is mounted.
   *
   * Files of these folders are served as they are, never executed.
   */
  readonly sharedFolders: readonly SharedFolder[];
  /**
   * Files of the application's own below /opt/site or /etc/systemd/system.
   *
   * One of them is /opt/site/health.php, the deep health check: 200 when all that the application needs works, else 503.
   */
  files(family: FamilySettings): readonly InstanceFile[];
  /**
   * Bash that defines `app_configure` (reads settings and secrets, writes what PHP reads), `app_install` (first
   * installation; may run on several instances at once) and `app_check` (the last check before traffic).
   */
  readonly script: string;
  /** nginx locations inside the site's server, besides static files and PHP. */
  readonly locations: string;
  /** systemd units to enable once the site works. */
  readonly units: readonly string[];
}
