import type { PlannedAction } from '../finding';

/** What the next apply does, from Terraform's list of actions. */
export function plannedAction(actions: readonly string[]): PlannedAction {
  const has = (action: string): boolean => actions.includes(action);
  if (has('delete')) return has('create') ? 'replace' : 'destroy';
  if (has('forget')) return has('create') ? 'replace' : 'forget';
  if (has('create')) return 'create';
  return has('update') ? 'update' : 'none';
}
