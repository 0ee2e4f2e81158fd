import type { Consequence, DriftedObject, DriftJudge } from '../../drift';
import { evaluate, loadPlans, RULES, selectRules, PACKS, type Finding, type PlanInput } from '../../policy';
import { isObject, objectOf, textsOf, type JsonObject } from '../../terraform/json';

/** A resource of another stack or type that a rule blames may be broken by what belongs to it. */
type Blamed = Pick<Finding, 'stack' | 'address'>;

/**
 * Judges drift by the policy rules: what a rule finds in the present state and did not find in the applied one follows
 * from the drift.
 *
 * @param plans of all stacks, since rules look across stacks
 * @param today the day of the check, `2026-11-21`
 */
export function policyJudge(plans: readonly PlanInput[], today: string): DriftJudge {
  return (objects) => {
    const known = new Set(findingsOf(plans, objects, 'before', today).map(({ key }) => key));
    const arisen = findingsOf(plans, objects, 'after', today).filter(
      ({ kind, key }) => kind === 'fail' && !known.has(key),
    );
    const own = objects.map((object) => arisen.filter((finding) => isAbout(finding, object)));
    const blamed = arisen.filter((finding) => !objects.some((object) => isAbout(finding, object)));
    if (blamed.length === 0) return own.map((findings) => findings.map(consequence));
    return objects.map((object, position) => {
      const alone = new Set(findingsOf(plans, [object], 'after', today).map(({ key }) => key));
      return [...(own[position] ?? []), ...blamed.filter(({ key }) => alone.has(key))].map(consequence);
    });
  };
}

function isAbout(finding: Blamed, { stack, address }: DriftedObject): boolean {
  return finding.stack === stack && finding.address === address;
}

function consequence({ rule, severity, message }: Finding): Consequence {
  return { rule: rule.id, severity, message };
}

function findingsOf(
  plans: readonly PlanInput[],
  objects: readonly DriftedObject[],
  side: 'before' | 'after',
  today: string,
): readonly Finding[] {
  const asIs = plans.filter(declaresResources).map(({ stack, json }) => {
    const own = objects.filter((object) => object.stack === stack);
    return { stack, json: stateAsPlan(objectOf(json), own, side) };
  });
  const selection = selectRules(
    RULES,
    PACKS.map(({ name }) => name),
  );
  return evaluate(loadPlans(asIs), selection, { today }).findings.filter(
    ({ suppression }) => suppression === undefined,
  );
}

/** A stack that is to be emptied has nothing that a rule could judge. */
function declaresResources({ json }: PlanInput): boolean {
  const { root_module: root } = objectOf(objectOf(json)['configuration']);
  return Array.isArray(objectOf(root)['resources']);
}

/** A plan that changes nothing: what is there, with the drifted objects as they were or as they are. */
function stateAsPlan(plan: JsonObject, objects: readonly DriftedObject[], side: 'before' | 'after'): JsonObject {
  const entries = Array.isArray(plan['resource_changes']) ? plan['resource_changes'].filter(isObject) : [];
  const drifted = new Map(objects.map((object) => [object.address, object]));
  const present = entries.flatMap((entry) => {
    const object = drifted.get(String(entry['address']));
    if (object === undefined) return [unchanged(entry)].filter((each) => each !== undefined);
    drifted.delete(object.address);
    return entryOf(entry, object, side);
  });
  const strays = [...drifted.values()].flatMap((object) => {
    const [, name = ''] = object.address.split('.');
    return entryOf({ address: object.address, type: object.type, name, mode: 'managed' }, object, side);
  });
  return { ...plan, resource_changes: [...present, ...strays] };
}

/** Data sources are read at each plan; what is still to be created is not there. */
function unchanged(entry: JsonObject): JsonObject | undefined {
  const change = objectOf(entry['change']);
  if (entry['mode'] === 'data') return entry;
  if (!isObject(change['before']) || textsOf(change['actions']).includes('forget')) return undefined;
  const { before, before_sensitive: sensitive } = change;
  return withValues(entry, before, sensitive);
}

function entryOf(entry: JsonObject, object: DriftedObject, side: 'before' | 'after'): readonly JsonObject[] {
  const values = object[side];
  return values === null ? [] : [withValues(entry, values, object.sensitive)];
}

function withValues(entry: JsonObject, values: unknown, sensitive: unknown): JsonObject {
  const change = { actions: ['no-op'], before: values, after: values, after_unknown: {}, after_sensitive: sensitive };
  return { ...entry, change };
}
