import type { Variables } from '../terraform/process/process-environment';

/** A running sandbox, as recorded in `.wordpress-ha/sandbox.json`. */
export interface SandboxStatus {
  /** Process id of the emulator. */
  readonly pid: number;
  /** Loopback port it listens on. */
  readonly port: number;
  /** `http://127.0.0.1:<port>`, what `AWS_ENDPOINT_URL` wants. */
  readonly endpoint: string;
  /** Moment of the start, ISO 8601. */
  readonly startedAt: string;
  /** Account that answers to credentials which name none. */
  readonly accountId: string;
  /** File that holds what the emulator printed. */
  readonly logFile: string;
  /** What the user should know of this emulator, such as a version other than the tested one. */
  readonly notes: readonly string[];
}

/** How to start the sandbox. */
export interface SandboxOptions {
  /** Twelve-digit account the emulator plays; the stacks' `allowed_account_ids`. */
  readonly accountId: string;
  /**
   * Folder whose `.wordpress-ha` holds the running state, the log and, where needed, the emulator's installation.
   *
   * @default - the present folder
   */
  readonly projectDirectory?: string;
  /**
   * Variables of the calling process.
   *
   * @default process.env
   */
  readonly variables?: Variables;
  /**
   * End the emulator when this process ends, whatever ends it.
   *
   * @default false
   */
  readonly endWithParent?: boolean;
  /**
   * Told one line when something takes long, such as installing the emulator.
   *
   * @default - silence
   */
  readonly onProgress?: (line: string) => void;
}
