/** What every command takes. */
export interface CommonOptions {
  /** Environment by name; undefined leaves the choice to `TF_WORKSPACE`. */
  readonly environment?: string;
  /** Stacks by id; empty means all. */
  readonly stack: readonly string[];
  readonly json: boolean;
  readonly project?: string;
  /** Work against the running sandbox. */
  readonly sandbox: boolean;
  /** Run the app first; otherwise what was synthesized before is used. */
  readonly synth: boolean;
  readonly color: boolean;
  readonly verbose: boolean;
}

/** Commands that change things ask first. */
export interface ChangingOptions extends CommonOptions {
  readonly autoApprove: boolean;
}

export interface PlanCommandOptions extends CommonOptions {
  readonly offline: boolean;
  readonly detailedExitcode: boolean;
}

export interface OutputsOptions extends CommonOptions {
  /** Also the outputs that cdktf adds to pass values from stack to stack. */
  readonly all: boolean;
}

export interface DriftCommandOptions extends CommonOptions {
  /** Show short scalars that Terraform does not mark sensitive. */
  readonly values: boolean;
}

export interface PolicyListOptions extends CommonOptions {
  /** Packs by name; empty means every rule. */
  readonly pack: readonly string[];
}

export interface PolicyCheckOptions extends CommonOptions {
  /** Plans as `FILE` or `STACK=FILE`; empty means that the synthesized stacks are judged. */
  readonly plan: readonly string[];
  /** Packs by name; empty leaves the choice to the stage of the environment. */
  readonly pack: readonly string[];
  readonly format: string;
  readonly suppressions?: string | undefined;
}

export interface UnlockOptions extends CommonOptions {
  /** Release without asking. */
  readonly force: boolean;
}
