/** Which releases: those of one application in one environment. */
export interface ReleaseScope {
  readonly app: string;
  readonly environment: string;
}

/** Release names that an instance accepts; they become a folder name. */
export const RELEASE_NAME_PATTERN = '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$';

/** Names that mean something else beside the releases. */
export const RESERVED_RELEASE_NAMES: readonly string[] = ['current', 'overlays', 'agents', 'database-ca.pem'];

/**
 * Keys in the releases bucket.
 *
 * `<app>/<environment>/current` is a text object that holds the name of a release, such as `r42`. A release is
 * `code.tar.gz` (the document root: `index.php` at the top, no leading folder), `code.tar.gz.sha256` (the output of
 * `sha256sum`, or just the hexadecimal digest) and `env` (lines of `NAME=value`, defined as PHP constants unless the
 * bootstrap defines them; may be empty). Publish those three first and `current` last. `release.json` says what is in it
 * for people and tools; instances do not read it.
 */
export const releaseLayout = {
  /** Everything of one application and environment; instances need `s3:GetObject` below it. */
  prefix: (scope: ReleaseScope): string => `${scope.app}/${scope.environment}`,
  /** The pointer that new instances follow. */
  current: (scope: ReleaseScope): string => `${releaseLayout.prefix(scope)}/current`,
  /** The document root as an archive. */
  code: (scope: ReleaseScope, release: string): string => `${releaseLayout.prefix(scope)}/${release}/code.tar.gz`,
  /** SHA-256 of the archive. */
  checksum: (scope: ReleaseScope, release: string): string => `${releaseLayout.code(scope, release)}.sha256`,
  /** Settings that belong to the release. */
  env: (scope: ReleaseScope, release: string): string => `${releaseLayout.prefix(scope)}/${release}/env`,
  /** What the release holds, for people and tools. */
  manifest: (scope: ReleaseScope, release: string): string => `${releaseLayout.prefix(scope)}/${release}/release.json`,
  /** Bash script that runs as root on instances with that `role` or `environment` tag; may be absent. */
  overlay: (scope: ReleaseScope, kind: 'role' | 'environment', name: string): string =>
    `${releaseLayout.prefix(scope)}/overlays/${kind}/${name}.sh`,
  /** CA certificates of the database; when absent, instances take the region's bundle from the RDS trust store. */
  databaseCa: (scope: ReleaseScope): string => `${releaseLayout.prefix(scope)}/database-ca.pem`,
  /** A pinned agent package with its digest beside it; when absent, instances take AWS's latest one of the region. */
  agent: (scope: ReleaseScope, name: string): string => `${releaseLayout.prefix(scope)}/agents/${name}`,
} as const;
