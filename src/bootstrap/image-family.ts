/** Operating system of the instances; decides package names, paths and how EFS is mounted. */
export type ImageFamily = 'debian-13' | 'amazon-linux-2023';

/** What differs between the families, as the shell sees it. */
export interface FamilySettings {
  /** `ID` and `VERSION_ID` of /etc/os-release; any other image is refused at boot. */
  readonly osRelease: string;
  readonly packageManager: 'apt' | 'dnf';
  /** Packages of every application: web server, PHP-FPM, NFS, TLS, JSON. */
  readonly packages: readonly string[];
  readonly webUser: string;
  readonly fpmService: string;
  readonly fpmBinary: string;
  readonly fpmPoolDirectory: string;
  readonly fpmSocketDirectory: string;
  /** Folders whose `.ini` files PHP reads, for FPM and for the command line. */
  readonly phpIniDirectories: readonly string[];
  readonly caBundle: string;
  /** `stunnel`: TLS tunnel of our own; `efs-utils`: Amazon's mount helper. */
  readonly mountHelper: 'stunnel' | 'efs-utils';
}

const DEBIAN_13: FamilySettings = {
  osRelease: 'debian 13',
  packageManager: 'apt',
  packages: [
    'ca-certificates',
    'curl',
    'jq',
    'openssl',
    'nginx-light',
    'nfs-common',
    'stunnel4',
    'php8.4-cli',
    'php8.4-fpm',
    'php8.4-opcache',
    'php8.4-curl',
    'php8.4-gd',
    'php8.4-intl',
    'php8.4-mbstring',
    'php8.4-xml',
    'php8.4-zip',
  ],
  webUser: 'www-data',
  fpmService: 'php8.4-fpm',
  fpmBinary: 'php-fpm8.4',
  fpmPoolDirectory: '/etc/php/8.4/fpm/pool.d',
  fpmSocketDirectory: '/run/php',
  phpIniDirectories: ['/etc/php/8.4/fpm/conf.d', '/etc/php/8.4/cli/conf.d'],
  caBundle: '/etc/ssl/certs/ca-certificates.crt',
  mountHelper: 'stunnel',
};

/** Checked statically only: the lab has no Amazon Linux packages (docs/decisions/0002-efs-mount.md says what was booted). */
const AMAZON_LINUX_2023: FamilySettings = {
  osRelease: 'amzn 2023',
  packageManager: 'dnf',
  packages: [
    'ca-certificates',
    'jq',
    'openssl',
    'tar',
    'gzip',
    'nginx',
    'amazon-efs-utils',
    'php8.4-cli',
    'php8.4-fpm',
    'php8.4-opcache',
    'php8.4-gd',
    'php8.4-intl',
    'php8.4-mbstring',
    'php8.4-xml',
    'php8.4-zip',
  ],
  webUser: 'nginx',
  fpmService: 'php-fpm',
  fpmBinary: 'php-fpm',
  fpmPoolDirectory: '/etc/php-fpm.d',
  fpmSocketDirectory: '/run/php-fpm',
  phpIniDirectories: ['/etc/php.d'],
  caBundle: '/etc/pki/tls/certs/ca-bundle.crt',
  mountHelper: 'efs-utils',
};

/** The families by name. */
export const IMAGE_FAMILIES: Readonly<Record<ImageFamily, FamilySettings>> = {
  'debian-13': DEBIAN_13,
  'amazon-linux-2023': AMAZON_LINUX_2023,
};
