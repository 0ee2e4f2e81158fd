import type { S3Client } from '@aws-sdk/client-s3';
import { UserError } from '../../../core/errors';
import { stateDirectoryOf, type SandboxStatus } from '../../../sandbox';
import {
  currentEnvironment,
  readEnvironments,
  type EnvironmentEntry,
  type EnvironmentsFile,
} from '../../../terraform/environments-file';
import type { CommandResult, Context } from '../../context';
import { EXIT, type ExitCode } from '../../exit-code';
import type { ApplyOptions } from '../../options';
import { countResources } from './count-resources';
import { emulatedS3 } from './emulated-s3';

/** A finished step of the demo. */
export interface StepTime {
  readonly title: string;
  readonly seconds: number;
}

/** What a run of the demo is about. */
export interface DemoSubject {
  readonly environment: string;
  /** Folder of the synthesized stacks. */
  readonly assembly: string;
  readonly sandbox: SandboxStatus;
  readonly verbose: boolean;
}

/** One run of the demo: the commands of the tool, one after the other, against a sandbox of its own. */
export class DemoRun {
  readonly times: StepTime[] = [];
  readonly environment: string;
  readonly assembly: string;
  readonly sandbox: SandboxStatus;
  readonly s3: S3Client;
  private readonly verbose: boolean;

  constructor(
    readonly context: Context,
    { environment, assembly, sandbox, verbose }: DemoSubject,
  ) {
    this.environment = environment;
    this.assembly = assembly;
    this.sandbox = sandbox;
    this.verbose = verbose;
    const { accountId, region } = this.entry;
    this.s3 = emulatedS3(sandbox, accountId, region);
  }

  /** What the app says of the environment. */
  get entry(): EnvironmentEntry {
    return environmentEntry(this.assembly);
  }

  get stateStack(): string {
    return environmentsFile(this.assembly).stateStack;
  }

  /** How many resources there are, in all states. */
  countResources(): Promise<number> {
    const { s3, entry, sandbox } = this;
    return countResources({ s3, location: entry.state, directory: stateDirectoryOf(sandbox) });
  }

  /** The options of a command in this run; `changed` overrides some. */
  options(changed: Partial<ApplyOptions> = {}): ApplyOptions {
    return {
      environment: this.environment,
      stack: [],
      json: false,
      sandbox: true,
      synth: false,
      color: true,
      verbose: this.verbose,
      autoApprove: true,
      ...changed,
    };
  }

  /** Takes the time of a step and says what it does. */
  async step<T>(title: string, work: () => Promise<T>): Promise<T> {
    const started = this.context.now().getTime();
    this.context.log(`\n${this.context.style('strong', `${this.times.length + 1}. ${title}`)}`);
    try {
      return await work();
    } finally {
      this.times.push({ title, seconds: (this.context.now().getTime() - started) / 1000 });
    }
  }

  /**
   * Runs a command and shows what it says.
   *
   * @throws UserError when it ends with another exit code than the demo expects
   */
  async expect(exitCode: ExitCode, command: Promise<CommandResult>): Promise<CommandResult> {
    const result = await command;
    this.context.log(result.text);
    if (result.exitCode === exitCode) return result;
    const meaning = result.exitCode === EXIT.failed ? 'failed' : `ended with exit code ${result.exitCode}`;
    throw new UserError(
      `the step ${meaning}, expected exit code ${exitCode}; the emulator's log is '${this.sandbox.logFile}'`,
    );
  }
}

/**
 * What the app says of the environment whose stacks a folder holds.
 *
 * @throws UserError when it says nothing
 */
export function environmentEntry(assembly: string): EnvironmentEntry {
  return currentEnvironment(environmentsFile(assembly));
}

function environmentsFile(assembly: string): EnvironmentsFile {
  const file = readEnvironments(assembly);
  if (file === undefined) throw new UserError("the app writes no 'environments.json', which the demo needs");
  return file;
}
