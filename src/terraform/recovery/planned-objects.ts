import { importAttributes } from './import-ids';
import { isObject, objectOf, textOf, textsOf, type JsonObject } from '../json';
import { lookupAttributes } from './lookups';
import type { PlanJson, ResourceChangeJson } from '../plan/plan-json';

/** What has to be known of a planned creation to find its object again: names, and what they refer to; nothing else. */
export interface PlannedObject {
  readonly address: string;
  readonly type: string;
  /** Attributes whose value is known before the creation. */
  readonly names: Readonly<Record<string, string>>;
  /** Attributes whose value another object gives, such as `aws_vpc.main.id`. */
  readonly references: Readonly<Record<string, string>>;
}

/** Attributes that other objects' ids are made of. */
const GIVES_A_NAME = ['name', 'function_name', 'bucket', 'identifier', 'plan_id'];

/** The creations in a plan. Attributes that Terraform marks sensitive are left out. */
export function plannedObjects(plan: PlanJson): PlannedObject[] {
  const expressions = expressionsByAddress(plan.configuration);
  const creations = (plan.resource_changes ?? []).filter(
    ({ mode, change }) => mode === 'managed' && change.actions.includes('create'),
  );
  return creations.map((change) => plannedObject(change, objectOf(expressions.get(withoutKeys(change.address)))));
}

function plannedObject({ address, type, change }: ResourceChangeJson, expressions: JsonObject): PlannedObject {
  const wanted = [...new Set([...importAttributes(type), ...lookupAttributes(type), ...GIVES_A_NAME])];
  const after = objectOf(change.after);
  const sensitive = objectOf(change.after_sensitive);
  const unknown = objectOf(change.after_unknown);
  const names: Record<string, string> = {};
  const references: Record<string, string> = {};
  for (const attribute of wanted.filter((name) => !isSensitive(sensitive[name]))) {
    const value = after[attribute];
    const reference = textsOf(objectOf(expressions[attribute]).references)[0];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      names[attribute] = String(value);
    else if (attribute === 'tags_all' && isObject(value)) names[attribute] = JSON.stringify(value);
    else if (unknown[attribute] === true && reference !== undefined) references[attribute] = reference;
  }
  return { address, type, names, references };
}

/** Terraform marks a value with true, and the members of a map or list one by one. */
function isSensitive(mark: unknown): boolean {
  return mark === true || (typeof mark === 'object' && mark !== null && Object.values(mark).some(isSensitive));
}

function expressionsByAddress(configuration: PlanJson['configuration']): Map<string, unknown> {
  const resources = objectOf(configuration?.root_module).resources;
  const list: readonly unknown[] = Array.isArray(resources) ? resources : [];
  return new Map(list.filter(isObject).map((resource) => [textOf(resource, 'address') ?? '', resource.expressions]));
}

/** The address in the configuration: `aws_x.y["a"]` is made by `aws_x.y`. */
export function withoutKeys(address: string): string {
  return address.replace(/\[[^\]]*\]/g, '');
}
