import { isObject, objectOf, parseObject, textOf, type JsonObject } from '../json';
import type { Action, ChangeJson, PlanJson, ResourceChangeJson } from './plan-json';

/** Actions as the event stream names them that a plan without its values tells whole. */
const TOLD: Readonly<Record<string, Action>> = { create: 'create', update: 'update', read: 'read', noop: 'no-op' };

/**
 * The plan that `terraform plan -json` streamed, with actions and without any value: what `terraform show -json` gives
 * but for `before`, `after` and drift.
 *
 * Undefined when only the saved plan tells enough: it adopts, replaces, destroys, forgets or moves something, or the
 * stream holds what this package does not know.
 */
export function planOfEvents(output: string): PlanJson | undefined {
  const resourceChanges: ResourceChangeJson[] = [];
  let outputs: JsonObject | undefined;
  let summarized = false;
  for (const event of output.split('\n').map((line) => (line.startsWith('{') ? parseObject(line) : undefined))) {
    if (event?.type === 'planned_change') {
      const change = resourceChange(objectOf(event.change));
      if (change === undefined) return undefined;
      resourceChanges.push(change);
    }
    if (event?.type === 'outputs') outputs = objectOf(event.outputs);
    if (event?.type === 'change_summary') summarized = true;
  }
  if (!summarized) return undefined;
  const outputChanges = Object.entries(outputs ?? {}).map(([name, output]) => [name, outputChange(objectOf(output))]);
  return {
    format_version: '1.2',
    resource_changes: resourceChanges.sort((left, right) => (left.address < right.address ? -1 : 1)),
    output_changes: Object.fromEntries(outputChanges) as Readonly<Record<string, ChangeJson>>,
  };
}

function resourceChange(change: JsonObject): ResourceChangeJson | undefined {
  const { resource, action, importing, previous_resource: moved } = change;
  const actions = typeof action === 'string' ? TOLD[action] : undefined;
  if (actions === undefined || importing !== undefined || moved !== undefined || !isObject(resource)) return undefined;
  const address = textOf(resource, 'addr');
  const type = textOf(resource, 'resource_type');
  const name = textOf(resource, 'resource_name');
  if (address === undefined || type === undefined || name === undefined) return undefined;
  // the address of a data source, in a module or not, has 'data' before its type
  const mode = textOf(resource, 'resource')?.startsWith('data.') === true ? 'data' : 'managed';
  return { address, mode, type, name, change: withoutValues(actions) };
}

function outputChange(output: JsonObject): ChangeJson {
  const action = textOf(output, 'action');
  // an output's other actions only count as a change
  return withoutValues(action === undefined || action === 'noop' ? 'no-op' : (TOLD[action] ?? 'update'));
}

function withoutValues(action: Action): ChangeJson {
  return { actions: [action], before: null, after: null };
}
