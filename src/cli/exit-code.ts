/** How a run ended; the same for every command and stable. */
export const EXIT = {
  /** Done, and nothing to report. */
  clean: 0,
  /** Could not run: bad input, missing tool, failed call, refused or interrupted. */
  failed: 1,
  /** Findings: drift, a lock that remains, changes under `--detailed-exitcode`. */
  findings: 2,
  /** Only configuration that is not applied yet (`drift`). */
  pending: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
