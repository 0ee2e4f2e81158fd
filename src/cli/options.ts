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

export interface ApplyOptions extends ChangingOptions {
  /** Mildest severity of a finding that stops it, or `off`; undefined leaves it to the packs of the environment. */
  readonly policy?: string;
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
  readonly format: string;
  /** File of ignore rules; undefined takes `drift.json` where it exists. */
  readonly ignore?: string | undefined;
  /** Mildest severity that counts as drift. */
  readonly threshold: string;
  /** Folder or `s3://bucket/prefix` that keeps the life of findings; undefined keeps none. */
  readonly history?: string | undefined;
  /** Whether CloudTrail is asked who made changes. */
  readonly who: boolean;
  /** Who is told of changes. */
  readonly notify: readonly string[];
  /** Days after which they are told again of what is still open; undefined never. */
  readonly remindAfter?: string | undefined;
}

export interface DriftAllOptions extends DriftCommandOptions {
  /** Environments by name; empty means all. */
  readonly only: readonly string[];
}

export interface DriftMatrixOptions extends CommonOptions {
  /** Most jobs; undefined takes as many as GitHub makes of one matrix. */
  readonly jobs?: string | undefined;
}

export interface DriftMergeOptions extends CommonOptions {
  /** Files with reports as JSON. */
  readonly reports: readonly string[];
  /** File with the matrix whose jobs were to write them; undefined takes what is there for all. */
  readonly matrix?: string | undefined;
  readonly format: string;
}

export interface DriftStatsOptions extends CommonOptions {
  readonly history?: string | undefined;
}

export interface DriftRoleOptions extends CommonOptions {
  /** `s3://bucket/prefix` that the role keeps the history in. */
  readonly reports?: string | undefined;
  /** ARN of a topic that the role tells of changes. */
  readonly topic?: string | undefined;
  /** A role for several environments: those of `only`, or all of them. */
  readonly all: boolean;
  /** Environments by name; empty means all. */
  readonly only: readonly string[];
}

export interface DriftRepairOptions extends CommonOptions {
  /** File of ignore rules and repair settings; undefined takes `drift.json` where it exists. */
  readonly ignore?: string | undefined;
}

export interface DriftBaselineOptions extends CommonOptions {
  /** File of ignore rules to write; undefined takes `drift.json`. */
  readonly file?: string | undefined;
  readonly reason?: string | undefined;
  readonly owner?: string | undefined;
  /** For how many days the rules hold. */
  readonly days: string;
}

export interface PolicyListOptions extends CommonOptions {
  /** Packs by name; empty means every rule. */
  readonly pack: readonly string[];
}

/** What is judged, and by what. */
export interface PolicyJudgeOptions extends CommonOptions {
  /** Plans as `FILE` or `STACK=FILE`; empty means that the synthesized stacks are judged. */
  readonly plan: readonly string[];
  /** Packs by name; empty leaves the choice to the stage of the environment. */
  readonly pack: readonly string[];
  readonly suppressions?: string;
}

export interface PolicyCheckOptions extends PolicyJudgeOptions {
  readonly format: string;
}

export interface PolicyBaselineOptions extends PolicyJudgeOptions {
  readonly owner: string;
  readonly reason?: string;
  /** A day such as `2027-05-31`. */
  readonly expires?: string;
}

export interface PolicyProveOptions extends PolicyJudgeOptions {
  /** Name of the one proof to run; undefined runs those of the packs. */
  readonly proof?: string;
  /** Environment to compare the shape with. */
  readonly against?: string;
}

export interface PolicyDiffOptions extends CommonOptions {
  /** Files with reports as JSON. */
  readonly base: string;
  readonly head: string;
  readonly format: string;
}

export interface UnlockOptions extends CommonOptions {
  /** Release without asking. */
  readonly force: boolean;
}

/** What every command on releases takes. */
export interface ReleaseOptions extends CommonOptions {
  /** Application, the first part of its keys in the bucket; undefined for WordPress. */
  readonly app?: string;
}

export interface ReleaseBuildOptions extends CommonOptions {
  /** A file, or a version that wordpress.org has. */
  readonly wordpress?: string;
  readonly wordpressSha256?: string;
  /** Another site instead of WordPress. */
  readonly code?: string;
  readonly plugins: readonly string[];
  readonly themes: readonly string[];
  readonly env?: string;
  /** Settings of the env file that only look like secrets. */
  readonly notSecret: readonly string[];
  /** Undefined takes the version that git tells. */
  readonly name?: string;
  /** Undefined takes the tool's folder in the project. */
  readonly output?: string;
}

export interface ReleasePublishOptions extends ReleaseOptions {
  /** A built release: its folder, or its name below the tool's folder; undefined takes the version that git tells. */
  readonly release?: string;
  readonly activate: boolean;
}

export interface ReleaseCurrentOptions extends ReleaseOptions {
  /** The release to choose; undefined only shows. */
  readonly release?: string;
}
