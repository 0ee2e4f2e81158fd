import type { FaultOutcome } from './scenarios/report';

/** A fault of the catalogue. */
export interface Fault {
  readonly summary: string;
  readonly expected: FaultOutcome;
  /** What the last line of the node's boot log must say; undefined where the site survives. */
  readonly says: LogClue | undefined;
}

/** Where a boot must end, and a part of the reason it must give. */
export interface LogClue {
  /** Phase of the boot; undefined when it may be any. */
  readonly phase: string | undefined;
  readonly reason: string;
  /** What the part that failed must say itself; undefined when the reason says it all. */
  readonly cause?: string;
}

const OUT = 'out-of-service';

/** The faults that the lab brings about, by the name under which it is asked for them. */
export const FAULTS = {
  'wrong-secret': {
    summary: "the database user's secret holds another password",
    expected: OUT,
    says: { phase: 'installation', reason: 'the site is not installed', cause: 'Access denied for user' },
  },
  'missing-current': {
    summary: "no 'current' in the releases bucket",
    expected: OUT,
    says: { phase: 'release', reason: 'cannot be read', cause: 'NoSuchKey' },
  },
  'bad-checksum': {
    summary: 'the archive of the release is not what its checksum says',
    expected: OUT,
    says: { phase: 'release', reason: 'has SHA-256' },
  },
  'files-away': {
    summary: 'the file system does not answer',
    expected: OUT,
    says: { phase: 'files', reason: 'does not answer on port 2049' },
  },
  'database-away': {
    summary: 'no database answers',
    expected: OUT,
    says: { phase: 'installation', reason: 'the site is not installed', cause: 'Connection timed out' },
  },
  'denied-policy': {
    summary: "the role may not read the instance's secrets",
    expected: OUT,
    says: { phase: 'configuration', reason: 'GetSecretValue', cause: 'AccessDenied' },
  },
  'full-disk': {
    summary: 'the disk has no room for the release',
    expected: OUT,
    says: { phase: 'release', reason: 'MB free' },
  },
  'mirror-away': {
    summary: 'the package mirror does not answer',
    expected: OUT,
    says: { phase: 'packages', reason: 'packages cannot be installed' },
  },
  'no-time': {
    summary: 'the boot takes longer than the launch hook allows',
    expected: OUT,
    says: { phase: undefined, reason: 'no time left' },
  },
  'cache-away': {
    summary: 'every node loses its code cache at once under visitors',
    expected: 'survived',
    says: undefined,
  },
  'files-slow': { summary: 'the file system answers slowly', expected: 'survived', says: undefined },
  'half-install': { summary: 'an installation was killed half-way', expected: 'survived', says: undefined },
  'both-restarted': { summary: 'both nodes restart at once', expected: 'survived', says: undefined },
} as const satisfies Readonly<Record<string, Fault>>;

/** Name of a fault. */
export type FaultName = keyof typeof FAULTS;

/** Name of a fault that must leave a node out of service; `lab fail` brings these about. */
export type NodeFault = {
  [Name in FaultName]: (typeof FAULTS)[Name]['expected'] extends typeof OUT ? Name : never;
}[FaultName];

/** Those faults, in the order of the catalogue. */
export const NODE_FAULTS: readonly NodeFault[] = Object.entries(FAULTS).flatMap(([name, { expected }]) =>
  expected === OUT ? [name as NodeFault] : [],
);

/** The line of a boot log that gives the reason a fault must lead to; undefined when none does. */
export function lineThatSays(log: string, { phase, reason, cause = '' }: LogClue): string | undefined {
  const failed = phase === undefined ? '' : `FAILED in phase ${phase} `;
  return log.split('\n').find((line) => [failed, reason, cause].every((part) => line.includes(part)));
}
