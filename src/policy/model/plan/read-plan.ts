import { UserError } from '../../../core/errors';
import { isObject, objectOf, textOf, textsOf, type JsonObject } from '../../../terraform/json';

/** One resource as it will be once the plan is applied. */
export interface PlannedResource {
  readonly address: string;
  readonly module: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  /** Instance key as in the address, `[0]` or `["a"]`; empty without `count` and `for_each`. */
  readonly key: string;
  readonly after: JsonObject;
  readonly unknown: unknown;
  readonly sensitive: unknown;
}

/** The parts of a plan that the model is made of. */
export interface ReadPlan {
  readonly resources: readonly PlannedResource[];
  /** The root module of the configuration. */
  readonly root: JsonObject;
  readonly providers: JsonObject;
  readonly outputs: JsonObject;
  /** Terraform planned only a part, as with `-target`. */
  readonly partial: boolean;
}

/**
 * Reads what `terraform show -json PLAN` printed.
 *
 * @param name what messages call the plan
 * @throws UserError when it is no plan, a failed one, or one that holds nothing to judge
 */
export function readPlan(json: unknown, name: string): ReadPlan {
  const wayOut = "make it with 'terraform show -json PLANFILE'";
  if (!isObject(json)) throw new UserError(`${name} must hold the JSON object of a plan; ${wayOut}`);
  const version = textOf(json, 'format_version');
  if (version === undefined)
    throw new UserError(`${name} is no plan of Terraform: 'format_version' is missing; ${wayOut}`);
  if (!/^1\./.test(version))
    throw new UserError(`${name} has 'format_version' ${version}, and only 1.x can be read; ${wayOut}`);
  if (!isObject(json.planned_values) || !isObject(json.configuration)) {
    const what = isObject(json.values) ? 'holds a state' : 'lacks planned values or the configuration';
    throw new UserError(`${name} is no plan of Terraform: it ${what}; ${wayOut}`);
  }
  if (json.errored === true) throw new UserError(`${name} is not complete because terraform failed; plan again`);
  const root = objectOf(json.configuration.root_module);
  if (!declaresResources(root))
    throw new UserError(`${name} declares no resource, so nothing can be judged; give a plan that has some`);
  if (!Array.isArray(json.resource_changes))
    throw new UserError(`${name} says nothing about its resources: 'resource_changes' is missing; ${wayOut}`);
  return {
    resources: [...planned(json.resource_changes), ...dataOf(objectOf(json.prior_state).values)],
    root,
    providers: objectOf(json.configuration.provider_config),
    outputs: objectOf(json.output_changes),
    partial: json.complete === false,
  };
}

function declaresResources(module: JsonObject): boolean {
  const calls = Object.values(objectOf(module.module_calls)).map((call) => objectOf(objectOf(call).module));
  return (Array.isArray(module.resources) && module.resources.length > 0) || calls.some(declaresResources);
}

/** What will be there: not what is destroyed or forgotten, and no deposed object. */
function planned(changes: unknown): readonly PlannedResource[] {
  return objectsIn(changes).flatMap((entry) => {
    const change = objectOf(entry.change);
    const actions = textsOf(change.actions);
    const gone = !isObject(change.after) && change.after_unknown !== true;
    if (gone || actions.join() === 'delete' || actions.join() === 'forget' || entry.deposed !== undefined) return [];
    return resource(entry, objectOf(change.after), change.after_unknown, change.after_sensitive);
  });
}

/** Data sources that were read already are no changes. */
function dataOf(values: unknown): readonly PlannedResource[] {
  const visit = (module: JsonObject): readonly PlannedResource[] => [
    ...objectsIn(module.resources)
      .filter(({ mode }) => mode === 'data')
      .flatMap((entry) => {
        const module_address = textOf(module, 'address') ?? '';
        return resource({ ...entry, module_address }, objectOf(entry.values), {}, entry.sensitive_values);
      }),
    ...objectsIn(module.child_modules).flatMap(visit),
  ];
  return visit(objectOf(objectOf(values).root_module));
}

function resource(
  entry: JsonObject,
  after: JsonObject,
  unknown: unknown,
  sensitive: unknown,
): readonly PlannedResource[] {
  const { address, type, name, index, mode } = entry;
  if (typeof address !== 'string' || typeof type !== 'string' || typeof name !== 'string') return [];
  const key = typeof index === 'number' ? `[${index}]` : typeof index === 'string' ? `[${JSON.stringify(index)}]` : '';
  const module = textOf(entry, 'module_address') ?? '';
  return [{ address, module, mode: mode === 'data' ? 'data' : 'managed', type, name, key, after, unknown, sensitive }];
}

/** The objects of a list; empty for anything that is no list. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
