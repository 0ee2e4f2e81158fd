import { UserError } from '../core/errors';

/** Limits and caches of PHP. */
export interface PhpSettings {
  /**
   * Longest run of a script in seconds, 10 to 3600.
   *
   * @default 300
   */
  readonly maxExecutionSeconds?: number;
  /**
   * Most fields of a form, 1000 to 100000; WordPress menus need thousands.
   *
   * @default 5000
   */
  readonly maxInputVars?: number;
  /**
   * Memory of one script in MiB, 64 to 2048.
   *
   * @default 256
   */
  readonly memoryLimitMiB?: number;
  /**
   * Largest upload and request body in MiB, 1 to 1024; must be below `memoryLimitMiB`.
   *
   * @default 64
   */
  readonly uploadLimitMiB?: number;
  /**
   * Memory of the code cache in MiB, 32 to 1024.
   *
   * @default 256
   */
  readonly opcacheMemoryMiB?: number;
  /**
   * Memory of interned strings in MiB, 4 to 128.
   *
   * @default 16
   */
  readonly opcacheStringsMiB?: number;
  /**
   * Most files in the code cache, 1000 to 1000000.
   *
   * @default 20000
   */
  readonly opcacheFiles?: number;
}

/** Defaults of `PhpSettings`. Source: features.md section 4. */
export const PHP_DEFAULTS: Required<PhpSettings> = {
  maxExecutionSeconds: 300,
  maxInputVars: 5000,
  memoryLimitMiB: 256,
  uploadLimitMiB: 64,
  opcacheMemoryMiB: 256,
  opcacheStringsMiB: 16,
  opcacheFiles: 20000,
};

const RANGES: Readonly<Record<keyof PhpSettings, readonly [number, number]>> = {
  maxExecutionSeconds: [10, 3600],
  maxInputVars: [1000, 100_000],
  memoryLimitMiB: [64, 2048],
  uploadLimitMiB: [1, 1024],
  opcacheMemoryMiB: [32, 1024],
  opcacheStringsMiB: [4, 128],
  opcacheFiles: [1000, 1_000_000],
};

/**
 * Fills in defaults and checks every value.
 *
 * @throws UserError with all problems, one a line
 */
export function resolvePhpSettings(settings: PhpSettings = {}): Required<PhpSettings> {
  const resolved = { ...PHP_DEFAULTS, ...settings };
  const problems: string[] = [];
  for (const [name, [low, high]] of Object.entries(RANGES)) {
    const value = resolved[name as keyof PhpSettings];
    if (!Number.isInteger(value) || value < low || value > high) {
      problems.push(`'php.${name}' must be a whole number from ${low} to ${high}, got ${value}; choose one of these`);
    }
  }
  if (resolved.uploadLimitMiB >= resolved.memoryLimitMiB) {
    problems.push(
      `'php.uploadLimitMiB' must be below 'php.memoryLimitMiB' (${resolved.memoryLimitMiB}), ` +
        `got ${resolved.uploadLimitMiB}; lower it or raise 'php.memoryLimitMiB'`,
    );
  }
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  return resolved;
}

/** The `.ini` file for FPM and the command line; code is immutable, so OPcache never looks at the disk again. */
export function phpIni(settings: Required<PhpSettings>): string {
  return `; written by the bootstrap
max_execution_time = ${settings.maxExecutionSeconds}
max_input_vars = ${settings.maxInputVars}
memory_limit = ${settings.memoryLimitMiB}M
upload_max_filesize = ${settings.uploadLimitMiB}M
post_max_size = ${settings.uploadLimitMiB}M
expose_php = Off
display_errors = Off
log_errors = On
zend.exception_ignore_args = On
cgi.fix_pathinfo = 0
; a database that fails over must not hold every worker for a minute
default_socket_timeout = 10
mysqlnd.net_read_timeout = ${settings.maxExecutionSeconds}
openssl.cafile = /etc/site/ca.pem
opcache.enable = 1
opcache.validate_timestamps = 0
opcache.memory_consumption = ${settings.opcacheMemoryMiB}
opcache.interned_strings_buffer = ${settings.opcacheStringsMiB}
opcache.max_accelerated_files = ${settings.opcacheFiles}
realpath_cache_size = 4096k
realpath_cache_ttl = 600
`;
}
