import type { PlanJson } from '../plan/plan-json';

/** Which plan to make. `refresh-only` shows only what changed outside Terraform; `destroy` plans removal of everything. */
export type PlanMode = 'normal' | 'destroy' | 'refresh-only';

/** How to plan. */
export interface PlanOptions {
  /** @default 'normal' */
  readonly mode?: PlanMode;
  /**
   * Ask AWS for the present state of every resource first.
   *
   * @default true
   */
  readonly refresh?: boolean;
  /**
   * Addresses to which the plan is limited, with what they depend on.
   *
   * @default - the whole stack
   */
  readonly targets?: readonly string[];
  /**
   * Hold the state lock while planning.
   *
   * @default true
   */
  readonly lock?: boolean;
  /**
   * How much of the plan `json` has to hold. Reading a saved plan loads the provider's schema once more, 2.5 s of
   * processor time a stack.
   *
   * - `everything`: what `terraform show -json` says
   * - `changes`: the same when something changes; without a change neither drift nor present values
   * - `actions`: which resource is created or updated, without values; a plan that does more is read like `changes`
   *
   * @default 'everything'
   */
  readonly read?: 'everything' | 'changes' | 'actions';
}

/** A plan that Terraform has saved. */
export interface Plan {
  /** The saved plan file; `apply` takes exactly this. */
  readonly file: string;
  /** What `terraform show -json` says of it. Holds values in clear: never print or keep it. */
  readonly json: PlanJson;
  /**
   * What a person should know before applying it: objects adopted after an apply that was cut off, possible leftovers.
   *
   * @default - nothing
   */
  readonly notes?: readonly string[];
}

/** One output of a stack. */
export interface OutputValue {
  readonly value: unknown;
  readonly sensitive: boolean;
  /**
   * The type as Terraform writes it into states and outputs.
   *
   * @default - told from the value
   */
  readonly type?: unknown;
}

/** Tells how far a running apply or destroy is. */
export type ProgressListener = (progress: {
  readonly done: number;
  readonly total: number;
  readonly address: string;
}) => void;

/** How to select a workspace. */
export interface WorkspaceOptions {
  /**
   * Create it when the backend has none of that name, which writes an empty state.
   *
   * @default true
   */
  readonly create?: boolean;
}

/** Terraform in the folder of one stack. Every failure is a UserError that carries Terraform's own diagnostics. */
export interface Terraform {
  /** The stack's name. */
  readonly stack: string;
  /** Installs the provider and connects the backend. */
  init(): Promise<void>;
  /** Selects a workspace; false when the backend has none of that name and none was to be created. */
  selectWorkspace(name: string, options?: WorkspaceOptions): Promise<boolean>;
  plan(options?: PlanOptions): Promise<Plan>;
  /** Applies a saved plan. When this process dies, Terraform goes on to the end and releases its lock. */
  apply(plan: Plan, onProgress?: ProgressListener): Promise<void>;
  /** The outputs in the state; empty when the stack has not been applied. */
  outputs(): Promise<Readonly<Record<string, OutputValue>>>;
  /** Releases a lock by its id. */
  forceUnlock(lockId: string): Promise<void>;
}
