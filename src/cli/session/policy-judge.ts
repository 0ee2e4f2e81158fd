import type { Consequence, DriftedObject, DriftJudge } from '../../drift';
import {
  evaluate,
  loadPlans,
  PACKS,
  RULES,
  selectRules,
  type Finding,
  type PlanInput,
  type Rule,
  type Selection,
} from '../../policy';
import { isObject, objectOf, textsOf, type JsonObject } from '../../terraform/json';

/** A drifted object in one of its two states; null where it is not there. */
interface Side {
  readonly object: DriftedObject;
  readonly values: JsonObject | null;
}

/**
 * Judges drift by the policy rules: what a rule finds in the present state and did not find in the applied one follows
 * from the drift.
 *
 * @param plans of all stacks, since rules look across stacks
 * @param today the day of the check, `2026-11-21`
 */
export function policyJudge(plans: readonly PlanInput[], today: string): DriftJudge {
  return (objects) => {
    const find = (drifted: readonly DriftedObject[], rules: readonly Rule[]): readonly Finding[] =>
      evaluate(loadPlans(statesOf(plans, objects, drifted)), selectionOf(rules), { today }).findings.filter(isBroken);
    const known = new Set(find([], RULES).map(({ key }) => key));
    const arisen = find(objects, RULES).filter(({ key }) => !known.has(key));
    const elsewhere = arisen.filter((finding) => !objects.some((object) => isAbout(finding, object)));
    const suspected = RULES.filter(({ id }) => elsewhere.some(({ rule }) => rule.id === id));
    return objects.map((object) => {
      const own = arisen.filter((finding) => isAbout(finding, object));
      // what this object alone brings about on another, as a deleted shield does on its bucket
      const alone = new Set(suspected.length === 0 ? [] : find([object], suspected).map(({ key }) => key));
      return [...own, ...elsewhere.filter(({ key }) => alone.has(key))].map(consequence);
    });
  };
}

function selectionOf(rules: readonly Rule[]): Selection {
  const packs = PACKS.map(({ name }) => name);
  return selectRules(rules, packs);
}

function isBroken({ kind, suppression }: Finding): boolean {
  return kind === 'fail' && suppression === undefined;
}

function isAbout(finding: Finding, { stack, address }: DriftedObject): boolean {
  return finding.stack === stack && finding.address === address;
}

function consequence({ rule, severity, message }: Finding): Consequence {
  return { rule: rule.id, severity, message };
}

/** Every stack as it is but for the drifted objects: as they are now where they are among `drifted`, else as applied. */
function statesOf(
  plans: readonly PlanInput[],
  objects: readonly DriftedObject[],
  drifted: readonly DriftedObject[],
): readonly PlanInput[] {
  return plans.filter(declaresResources).map(({ stack, json }) => {
    const sides = objects
      .filter((object) => object.stack === stack)
      .map((object): Side => ({ object, values: drifted.includes(object) ? object.after : object.before }));
    return { stack, json: stateAsPlan(objectOf(json), sides) };
  });
}

/** A stack that is to be emptied has nothing that a rule could judge. */
function declaresResources({ json }: PlanInput): boolean {
  const { root_module: root } = objectOf(objectOf(json)['configuration']);
  return Array.isArray(objectOf(root)['resources']);
}

/** A plan that changes nothing: what is there, with drifted objects in the state given. */
function stateAsPlan(plan: JsonObject, sides: readonly Side[]): JsonObject {
  const entries = Array.isArray(plan['resource_changes']) ? plan['resource_changes'].filter(isObject) : [];
  const left = new Map(sides.map((side) => [side.object.address, side]));
  const present = entries.flatMap((entry) => {
    const side = left.get(String(entry['address']));
    if (side === undefined) return unchanged(entry);
    left.delete(side.object.address);
    return entryOf(entry, side);
  });
  const strays = [...left.values()].flatMap((side) => {
    const { address, type } = side.object;
    return entryOf({ address, type, name: address.split('.')[1] ?? '', mode: 'managed' }, side);
  });
  return { ...plan, resource_changes: [...present, ...strays] };
}

/** Data sources are read at each plan; what is still to be created is not there. */
function unchanged(entry: JsonObject): readonly JsonObject[] {
  const { before, before_sensitive: sensitive, actions } = objectOf(entry['change']);
  if (entry['mode'] === 'data') return [entry];
  return isObject(before) && !textsOf(actions).includes('forget') ? [withValues(entry, before, sensitive)] : [];
}

function entryOf(entry: JsonObject, { object, values }: Side): readonly JsonObject[] {
  return values === null ? [] : [withValues(entry, values, object.sensitive)];
}

function withValues(entry: JsonObject, values: unknown, sensitive: unknown): JsonObject {
  const change = { actions: ['no-op'], before: values, after: values, after_unknown: {}, after_sensitive: sensitive };
  return { ...entry, change };
}
