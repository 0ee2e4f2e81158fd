import type { FaultOutcome } from './report';

/** A fault of the catalogue. */
export interface Fault {
  readonly summary: string;
  readonly expected: FaultOutcome;
  /** What the node's boot log must say; undefined where the site survives. */
  readonly logs: RegExp | undefined;
}

/** The faults that the lab brings about, by the name under which it is asked for them. */
export const FAULTS = {
  'wrong-secret': {
    summary: "the database user's secret holds another password",
    expected: 'out-of-service',
    logs: /site is not installed: .*Access denied|\/healthz\/deep answers 503/,
  },
  'missing-current': {
    summary: "no 'current' in the releases bucket",
    expected: 'out-of-service',
    logs: /current cannot be read/,
  },
  'bad-checksum': {
    summary: 'the archive of the release is not what its checksum says',
    expected: 'out-of-service',
    logs: /has SHA-256 [0-9a-f]{64}, expected/,
  },
  'files-away': {
    summary: 'the file system does not answer',
    expected: 'out-of-service',
    logs: /does not answer on port 2049|cannot be mounted/,
  },
  'database-away': {
    summary: 'no database answers',
    expected: 'out-of-service',
    logs: /site is not installed: /,
  },
  'denied-policy': {
    summary: "the role may not read the instance's secrets",
    expected: 'out-of-service',
    logs: /GetSecretValue failed: .*(AccessDenied|not authorized)/,
  },
  'full-disk': {
    summary: 'the disk has no room for the release',
    expected: 'out-of-service',
    logs: /cannot (unpack|write to) .* MB free|No space left on device/,
  },
  'mirror-away': {
    summary: 'the package mirror does not answer',
    expected: 'out-of-service',
    logs: /packages cannot be installed/,
  },
  'no-time': {
    summary: 'the boot takes longer than the launch hook allows',
    expected: 'out-of-service',
    logs: /no time left after \d+ s/,
  },
  'cache-away': { summary: 'the object cache does not answer', expected: 'survived', logs: undefined },
  'files-slow': { summary: 'the file system answers slowly', expected: 'survived', logs: undefined },
  'half-install': { summary: 'an installation was killed half-way', expected: 'survived', logs: undefined },
  'both-restarted': { summary: 'both nodes restart at once', expected: 'survived', logs: undefined },
} as const satisfies Readonly<Record<string, Fault>>;

/** Name of a fault. */
export type FaultName = keyof typeof FAULTS;
