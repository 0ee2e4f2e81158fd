import { plannedAction, type PlannedAction } from '../../drift';
import type { PlanSummary } from '../../terraform/plan/plan-summary';
import type { PlannedStack } from '../session/plan-stacks';

/** One resource that a plan would change; never a value. */
export interface PlannedChange {
  readonly address: string;
  readonly type: string;
  readonly action: PlannedAction;
}

/** One stack in the `plan` document. */
export interface PlannedStackDocument extends PlanSummary {
  readonly changes: readonly PlannedChange[];
}

/** What a plan says, without any value of an attribute. */
export function planDocument({ plan, summary }: PlannedStack): PlannedStackDocument {
  const changes = (plan.json.resource_changes ?? [])
    .filter(({ mode }) => mode === 'managed')
    .map(({ address, type, change }) => ({ address, type, action: plannedAction(change.actions) }))
    .filter(({ action }) => action !== 'none');
  return { ...summary, changes };
}
