import type { PlanJson, ResourceChangeJson } from './plan-json';
import { holdsData } from './stateful';

/** A planned end of something that holds data. */
export interface DataAtRisk {
  readonly address: string;
  readonly type: string;
  readonly action: 'replace' | 'destroy';
  /** Names of the attributes that force a replacement; never their values. */
  readonly because: readonly string[];
}

/** What a plan would do to one stack, in numbers. */
export interface PlanSummary {
  readonly stack: string;
  readonly add: number;
  readonly change: number;
  /** Counted here only, not in `add` and `destroy` as well. */
  readonly replace: number;
  readonly destroy: number;
  /** Objects that exist and are taken into the state; those that change as well are counted in `change` too. */
  readonly adopt: number;
  /** Objects that leave the state and stay in the account. */
  readonly forget: number;
  /** Changed outputs. */
  readonly outputs: number;
  readonly dataAtRisk: readonly DataAtRisk[];
  /** Stacks that are not applied yet and whose values were stood in for; empty for a real plan. */
  readonly placeholders: readonly string[];
}

type Effect = 'none' | 'add' | 'change' | 'replace' | 'destroy' | 'forget';

/** Sums up a plan; `placeholders` names the upstream stacks that were stood in for. */
export function summarizePlan(stack: string, plan: PlanJson, placeholders: readonly string[] = []): PlanSummary {
  const managed = (plan.resource_changes ?? []).filter(({ mode }) => mode === 'managed');
  const count = (effect: Effect): number => managed.filter((change) => effectOf(change) === effect).length;
  const outputs = Object.values(plan.output_changes ?? {}).filter(({ actions }) =>
    actions.some((action) => action !== 'no-op'),
  );
  return {
    stack,
    add: count('add'),
    change: count('change'),
    replace: count('replace'),
    destroy: count('destroy'),
    adopt: managed.filter(({ change }) => change.importing !== undefined).length,
    forget: count('forget'),
    outputs: outputs.length,
    dataAtRisk: managed.flatMap(dataAtRisk),
    placeholders,
  };
}

/** Whether applying the plan would change anything, outputs included. */
export function hasChanges(summary: PlanSummary): boolean {
  const { add, change, replace, destroy, adopt, forget, outputs } = summary;
  return add + change + replace + destroy + adopt + forget + outputs > 0;
}

function effectOf({ change: { actions } }: ResourceChangeJson): Effect {
  if (actions.includes('create')) return actions.includes('delete') || actions.includes('forget') ? 'replace' : 'add';
  if (actions.includes('delete')) return 'destroy';
  if (actions.includes('update')) return 'change';
  return actions.includes('forget') ? 'forget' : 'none';
}

function dataAtRisk(resource: ResourceChangeJson): DataAtRisk[] {
  const { address, type, change } = resource;
  const action = effectOf(resource);
  if (!holdsData(type) || (action !== 'replace' && action !== 'destroy')) return [];
  const because = (change.replace_paths ?? []).map(attributeName);
  return [{ address, type, action, because: [...new Set(because)] }];
}

/** `['ingress', 0, 'cidr_block']` is `ingress[0].cidr_block`. */
function attributeName(path: readonly (string | number)[]): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? step : `${name}.${step}`;
  }, '');
}
