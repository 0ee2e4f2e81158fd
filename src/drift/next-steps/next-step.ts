/**
 * A way out of a finding.
 *
 * `revert`: make AWS what the configuration says. `adopt`: make the configuration what AWS has. `import`: let Terraform
 * manage what it does not know yet. `delete`: remove from AWS what nobody wants. `apply`: apply what is configured.
 */
export type NextStepKind = 'revert' | 'adopt' | 'import' | 'delete' | 'apply';

/** One way out, exact enough to be followed without thinking. */
export interface NextStep {
  readonly kind: NextStepKind;
  /** What it does, in a sentence without a full stop. */
  readonly summary: string;
  /** Command lines for the project's folder, in order; empty where there is only something to write. */
  readonly commands: readonly string[];
  /** What to write, and where. */
  readonly edit?: Edit;
}

/** Text to put into a file. */
export interface Edit {
  /** Path from the project's folder, or the place in the app where it belongs. */
  readonly file: string;
  readonly text: string;
  /** `patch` is for `git apply`, `text` is to be added by hand. */
  readonly form: 'patch' | 'text';
}
