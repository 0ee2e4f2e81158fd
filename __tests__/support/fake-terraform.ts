import { NOTHING_PLANNED, type PlanJson } from '../../src/terraform/plan/plan-json';
import type {
  OutputValue,
  Plan,
  PlanOptions,
  ProgressListener,
  Terraform,
  WorkspaceOptions,
} from '../../src/terraform/execution/terraform';
import type { OpenTerraform } from '../../src/terraform/execution/terraform-host';

/** What a fake stack answers; everything not given is empty and succeeds. */
export interface FakeStack {
  /** Answers of `plan`, one a call; the last one repeats. A function sees the options. */
  readonly plans?: readonly (PlanJson | ((options: PlanOptions) => PlanJson))[];
  readonly outputs?: Readonly<Record<string, OutputValue>>;
  /** Whether the backend has the workspace; without it, a selection that must not create it answers so. True if absent. */
  readonly deployed?: boolean;
  /** Addresses that `apply` reports as done, one by one. */
  readonly progress?: readonly string[];
  /** Errors thrown by method name. */
  readonly fails?: Readonly<Partial<Record<Exclude<keyof Terraform, 'stack'>, Error>>>;
  /** Runs inside each call, so that a test can hold it up. */
  readonly during?: (call: string) => Promise<void> | void;
}

/** Terraform that remembers its calls and answers from a script. */
export interface FakeTerraform extends Terraform {
  /** Such as `init`, `selectWorkspace staging`, `selectWorkspace staging if there` where none may be made, `plan destroy`, `apply`, `forceUnlock ID`. */
  readonly calls: string[];
}

/** A plan without changes. */
export const NO_CHANGES: PlanJson = NOTHING_PLANNED;

/** Makes a fake for one stack. */
export function fakeTerraform(stack: string, script: FakeStack = {}): FakeTerraform {
  const calls: string[] = [];
  let planned = 0;
  const enter = async (method: Exclude<keyof Terraform, 'stack'>, detail = ''): Promise<void> => {
    const call = detail === '' ? method : `${method} ${detail}`;
    calls.push(call);
    await script.during?.(call);
    const error = script.fails?.[method];
    if (error !== undefined) throw error;
  };
  return {
    stack,
    calls,
    init: () => enter('init'),
    async selectWorkspace(name: string, { create = true }: WorkspaceOptions = {}): Promise<boolean> {
      await enter('selectWorkspace', create ? name : `${name} if there`);
      return create || script.deployed !== false;
    },
    async plan(options: PlanOptions = {}): Promise<Plan> {
      await enter('plan', options.mode === undefined || options.mode === 'normal' ? '' : options.mode);
      const plans = script.plans ?? [NO_CHANGES];
      const answer = plans[Math.min(planned, plans.length - 1)] ?? NO_CHANGES;
      planned += 1;
      return { file: `${stack}-${planned}.tfplan`, json: typeof answer === 'function' ? answer(options) : answer };
    },
    async apply(_plan: Plan, onProgress?: ProgressListener): Promise<void> {
      await enter('apply');
      const progress = script.progress ?? [];
      progress.forEach((address, index) => onProgress?.({ done: index + 1, total: progress.length, address }));
    },
    async outputs(): Promise<Readonly<Record<string, OutputValue>>> {
      await enter('outputs');
      return script.outputs ?? {};
    },
    forceUnlock: (lockId: string) => enter('forceUnlock', lockId),
  };
}

/** Opens fakes by the stack's name; the same stack gives the same fake. A stack without a script succeeds with nothing to do. */
export function fakeOpen(scripts: Readonly<Record<string, FakeStack>> = {}): {
  readonly open: OpenTerraform;
  /** The fakes opened so far. */
  readonly opened: ReadonlyMap<string, FakeTerraform>;
} {
  const opened = new Map<string, FakeTerraform>();
  const open: OpenTerraform = (stack) => {
    const fake = opened.get(stack.name) ?? fakeTerraform(stack.name, scripts[stack.name]);
    opened.set(stack.name, fake);
    return fake;
  };
  return { open, opened };
}
