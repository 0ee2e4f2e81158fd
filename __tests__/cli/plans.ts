import type { Action, PlanJson, ResourceChangeJson } from '../../src/terraform/plan/plan-json';

/** A plan that does one thing to each address: `['aws_vpc.Network', 'create']`. */
export function planThat(...changes: readonly (readonly [string, Action | 'replace'])[]): PlanJson {
  return { format_version: '1.2', resource_changes: changes.map(([address, action]) => change(address, action)) };
}

/** A plan for a stack that is applied: its only resource is as it was. */
export function unchanged(address: string, values: Readonly<Record<string, unknown>> = { id: '1' }): PlanJson {
  const [type = '', name = ''] = address.split('.');
  return {
    format_version: '1.2',
    resource_changes: [change(address, 'no-op')],
    prior_state: { values: { root_module: { resources: [{ address, mode: 'managed', type, name, values }] } } },
  };
}

function change(address: string, action: Action | 'replace'): ResourceChangeJson {
  const [type = '', name = ''] = address.split('.');
  const actions: readonly Action[] = action === 'replace' ? ['delete', 'create'] : [action];
  const before = action === 'create' ? null : { id: '1' };
  const after = action === 'delete' ? null : action === 'no-op' ? { id: '1' } : { id: '2' };
  return { address, mode: 'managed', type, name, change: { actions, before, after } };
}
