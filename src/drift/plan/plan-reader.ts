import { UserError } from '../../core/errors';
import { isObject, type JsonObject } from '../../terraform/json';
import { member, objectsIn, stringsIn } from '../compare/json';

/** One entry of `resource_drift` or `resource_changes`, with everything that could be missing filled in. */
export interface Change {
  readonly address: string;
  readonly type: string;
  readonly actions: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
  readonly afterUnknown: unknown;
  readonly beforeSensitive: unknown;
  readonly afterSensitive: unknown;
}

/** A managed resource as AWS has it now. */
export interface LiveResource {
  readonly address: string;
  readonly type: string;
  readonly values: JsonObject;
  readonly sensitive: unknown;
}

/** What drift detection reads of a plan. */
export interface DriftPlan {
  /** What changed since the last apply. */
  readonly drift: readonly Change[];
  /** What the next apply would do. */
  readonly changes: readonly Change[];
  /** Outputs whose known value the next apply would change. */
  readonly outputs: readonly string[];
  /** Every managed resource, as it is now. */
  readonly live: readonly LiveResource[];
}

/**
 * Reads the JSON of a plan; anything beyond its frame may be missing or malformed and is then left out.
 *
 * @throws UserError when it is no plan at all, or one that Terraform could not finish
 */
export function readDriftPlan(json: unknown): DriftPlan {
  if (!isObject(json) || typeof member(json, 'format_version') !== 'string') {
    throw new UserError(
      "the plan cannot be read: 'format_version' is missing; plan again with terraform 1.10 or later",
    );
  }
  if (json['errored'] === true) throw new UserError('the plan is not complete because terraform failed; plan again');
  return {
    drift: changesIn(json['resource_drift']),
    changes: changesIn(json['resource_changes']),
    outputs: changedOutputs(json['output_changes']),
    live: liveResources(member(member(member(json, 'prior_state'), 'values'), 'root_module')),
  };
}

function changesIn(list: unknown): readonly Change[] {
  return objectsIn(list).flatMap((entry) => {
    const { address, type, mode, change } = entry;
    if (typeof address !== 'string' || mode === 'data' || !isObject(change)) return [];
    return [
      {
        address,
        type: typeof type === 'string' ? type : '',
        actions: stringsIn(change['actions']),
        before: change['before'] ?? null,
        after: change['after'] ?? null,
        afterUnknown: change['after_unknown'] ?? false,
        beforeSensitive: change['before_sensitive'] ?? false,
        afterSensitive: change['after_sensitive'] ?? false,
      },
    ];
  });
}

function changedOutputs(outputs: unknown): readonly string[] {
  if (!isObject(outputs)) return [];
  return Object.keys(outputs).filter((name) => {
    const change = outputs[name];
    const actions = stringsIn(member(change, 'actions'));
    return actions.length > 0 && !actions.includes('no-op') && member(change, 'after_unknown') !== true;
  });
}

function liveResources(module: unknown): readonly LiveResource[] {
  const own = objectsIn(member(module, 'resources')).flatMap(({ address, type, mode, values, sensitive_values }) =>
    typeof address === 'string' && typeof type === 'string' && mode !== 'data' && isObject(values)
      ? [{ address, type, values, sensitive: sensitive_values ?? false }]
      : [],
  );
  return [...own, ...objectsIn(member(module, 'child_modules')).flatMap(liveResources)];
}
