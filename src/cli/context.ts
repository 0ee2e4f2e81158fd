import type { AppRunner } from './session/run-app';
import type { ReleasePort } from './release-port';
import type { LabPort } from './lab-port';
import type { SandboxPort } from './sandbox-port';
import type { ExitCode } from './exit-code';
import type { Progress } from './progress';
import type { Style } from './render/style';
import type { DriftPort } from './drift-port';
import type { StateLocation } from '../terraform/environments-file';
import type { Variables } from '../terraform/process/process-environment';
import type { StateLock } from '../terraform/locks/state-lock';
import type { Rule } from '../policy/rule/rule';
import type { StackAssembly } from '../terraform/assembly';
import type { TerraformHost } from '../terraform/execution/terraform-host';

/** What a command answers; only the entry point prints it. */
export interface CommandResult {
  readonly exitCode: ExitCode;
  /** The result for people. */
  readonly text: string;
  /** The result for programs, described by `schemas/<command>.schema.json`. */
  readonly document: object;
}

/** Everything outside this process that commands use; tests give fakes. */
export interface Services {
  runApp: AppRunner;
  terraformHost(variables: Variables, folder: string): Promise<TerraformHost>;
  bucketExists(state: StateLocation, variables: Variables): Promise<boolean>;
  readStateLock(stack: StackAssembly, workspace: string, variables: Variables): Promise<StateLock | undefined>;
  /** Every rule that the policy can be made of. */
  policyRules(): Promise<readonly Rule[]>;
  readonly sandbox: SandboxPort;
  readonly releases: ReleasePort;
  readonly lab: LabPort;
  readonly drift: DriftPort;
}

/** What a command knows of its surroundings. */
export interface Context {
  /** Absolute path of the folder that holds `cdktf.json`. */
  readonly project: string;
  /** Absolute path of the folder that paths on the command line start from. */
  readonly folder: string;
  readonly variables: Variables;
  /** Colours for standard output. */
  readonly style: Style;
  /** Writes one line for people to standard error. */
  log(line: string): void;
  /** Shows work on several stacks while it lasts. */
  progress(title: string, stacks: readonly string[]): Progress;
  /** Asks a question on the terminal; undefined when nobody is there to answer. */
  readonly ask?: (question: string) => Promise<string>;
  now(): Date;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly services: Services;
}
