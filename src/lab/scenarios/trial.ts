import type { LabUnderTest } from './lab-under-test';
import type { FaultOutcome, LabReport, Unit } from './report';

/** What a trial measured when it came out as it must. */
export interface Outcome {
  /** @default - none */
  readonly figure?: number;
  /** Unit of the figure. */
  readonly unit?: Unit;
  /** One line: how it went. */
  readonly detail: string;
  /**
   * For a fault, the line of the node's log that says why.
   *
   * @default - none
   */
  readonly logLine?: string;
  /**
   * Seconds from power-on to healthy that it measured, by kind of image.
   *
   * @default - none
   */
  readonly bootSeconds?: Partial<LabReport['bootSeconds']>;
}

/** A property of the running site that is asserted, or a fault that is brought about: what `lab prove NAME` runs. */
export interface Trial {
  /** Lower-case words with hyphens, such as `upload-shared`. */
  readonly name: string;
  /** What is shown, as a fact. */
  readonly summary: string;
  /**
   * For a fault, what it must lead to.
   *
   * @default - a scenario
   */
  readonly expected?: FaultOutcome;
  /**
   * Neighbours with the same group run at once; they must not disturb each other.
   *
   * @default - it runs alone
   */
  readonly group?: string;
  /**
   * It measures what other work on this machine would change, or takes from the site what a node needs to boot: nothing that
   * begins early runs beside it.
   *
   * @default false
   */
  readonly undisturbed?: boolean;
  /**
   * Does the first and longest part early, beside the trials before this one, and answers with what the second part needs.
   *
   * @default - `run` does it all
   * @throws any error, which becomes the result of the trial
   */
  begin?(lab: LabUnderTest): Promise<Trial['run']>;
  /**
   * Shows it, and leaves the lab as it was: faults healed, the instances it made terminated.
   *
   * @throws any error when it is not so; its message becomes the detail of the result
   */
  run(lab: LabUnderTest): Promise<Outcome>;
}
