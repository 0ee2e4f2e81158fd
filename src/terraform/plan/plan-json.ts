/** What a plan does to one resource; `replace` is told by two actions, in either order. */
export type Action = 'no-op' | 'create' | 'read' | 'update' | 'delete' | 'forget';

/** The change of one resource or output in `terraform show -json`. */
export interface ChangeJson {
  readonly actions: readonly Action[];
  readonly before: unknown;
  readonly after: unknown;
  readonly after_unknown?: unknown;
  readonly before_sensitive?: unknown;
  readonly after_sensitive?: unknown;
  readonly importing?: { readonly id?: string };
  readonly replace_paths?: readonly (readonly (string | number)[])[];
}

/** One entry of `resource_changes` or `resource_drift`. */
export interface ResourceChangeJson {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly provider_name?: string;
  readonly change: ChangeJson;
  readonly action_reason?: string;
}

/** The part of `terraform show -json PLAN` this package reads (format_version 1.x). */
export interface PlanJson {
  readonly format_version: string;
  readonly terraform_version?: string;
  readonly resource_changes?: readonly ResourceChangeJson[];
  readonly resource_drift?: readonly ResourceChangeJson[];
  readonly output_changes?: Readonly<Record<string, ChangeJson>>;
  readonly prior_state?: { readonly values?: { readonly root_module?: StateModuleJson } };
  readonly planned_values?: { readonly root_module?: StateModuleJson };
  readonly configuration?: Readonly<Record<string, unknown>>;
  readonly errored?: boolean;
  readonly complete?: boolean;
}

/** The plan of a stack with nothing to do, or nothing to look at. */
export const NOTHING_PLANNED: PlanJson = { format_version: '1.2', resource_changes: [], output_changes: {} };

/** A module in the values of a state or plan. */
export interface StateModuleJson {
  readonly resources?: readonly StateResourceJson[];
  readonly child_modules?: readonly StateModuleJson[];
}

/** A resource in the values of a state or plan. */
export interface StateResourceJson {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly sensitive_values?: unknown;
}
