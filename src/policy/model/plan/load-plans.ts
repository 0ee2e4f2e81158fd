import { objectOf, textOf } from '../../../terraform/json';
import { computed, objectOfNodes, type Node } from '../node';
import { Resource, type ResourceData } from '../resource';
import { NAMING, ResourceGraph } from '../resource-graph';
import { keyOf, type Target } from '../target';
import { planNode } from './plan-node';
import { PlanScope, ROOT } from './plan-scope';
import { readPlan, type PlannedResource, type ReadPlan } from './read-plan';

/** A plan to judge. */
export interface PlanInput {
  /** What the plan is called in findings; for stacks of cdktf the stack's name, so that references between stacks resolve. */
  readonly stack: string;
  /** The parsed output of `terraform show -json PLAN`. */
  readonly json: unknown;
  /**
   * What messages call it.
   *
   * @default - the plan of the stack
   */
  readonly label?: string;
}

/** cdktf names the remote state of another stack like this. */
const CDKTF_STATE = 'cross-stack-reference-input-';

/** What a plan does not hold although the configuration may say it. */
const NOT_IN_PLANS = ['lifecycle', 'depends_on', 'provisioner', 'connection'];

/**
 * Reads plans of Terraform, of this package or of anybody else.
 *
 * @param synthesized what the plans were made from: tells where a resource was made, its suppressions, what no plan holds,
 * and what stands in the stacks that have no plan here. With it, what nobody wrote and the provider only tells of what AWS
 * has is left out, so that drift, which a plan reports in such places, does not refuse the very apply that puts it back
 * @throws UserError when one of them is no plan, failed, or holds nothing to judge
 */
export function loadPlans(plans: readonly PlanInput[], synthesized?: ResourceGraph): ResourceGraph {
  const read = plans.map(({ stack, json, label }) => ({
    stack,
    plan: readPlan(json, label ?? `the plan of stack '${stack}'`),
  }));
  const scopes = new Map<string, PlanScope>();
  let depth = 0;
  const remote = (state: string, output: string): readonly Target[] | undefined => {
    const upstream = state.startsWith(CDKTF_STATE) ? state.slice(CDKTF_STATE.length) : '';
    const scope = scopes.get(upstream);
    if (scope === undefined) {
      return synthesized?.find({ stack: upstream, address: `output.${output}` })?.get('value').targets;
    }
    depth += 1;
    const found = depth > 20 ? undefined : scope.output(output, depth);
    depth -= 1;
    return found;
  };
  for (const { stack, plan } of read) scopes.set(stack, new PlanScope(stack, plan, remote));
  const resources = read.flatMap(({ stack, plan }) => {
    const scope = scopes.get(stack);
    return scope === undefined ? [] : resourcesOf(stack, plan, scope);
  });
  const partial = read
    .filter(({ plan }) => plan.partial)
    .map(({ stack }) => `stack '${stack}': the plan covers only a part of it`);
  const planned = resources.map((data) => new Resource({ ...data, ...known(data, synthesized) }));
  return new ResourceGraph('plan', [...planned, ...notPlanned(planned, scopes, synthesized)], partial);
}

/** Resources of stacks without a plan, and settings of Terraform and providers, which a plan holds in part or not at all. */
function notPlanned(
  planned: readonly Resource[],
  stacks: ReadonlyMap<string, PlanScope>,
  synthesized: ResourceGraph | undefined,
): readonly Resource[] {
  const present = new Set(planned.map(keyOf));
  return (synthesized?.resources ?? []).filter(
    (resource) =>
      !stacks.has(resource.stack) ||
      (['settings', 'provider'].includes(resource.mode) && !present.has(keyOf(resource))),
  );
}

function known(data: ResourceData, synthesized: ResourceGraph | undefined): Partial<ResourceData> {
  const twin = synthesized?.find(data);
  if (twin === undefined) return {};
  return {
    remarks: twin.remarks,
    ...(data.mode === 'managed' ? { body: written(data.body, twin.node) } : {}),
    ...(twin.construct === undefined ? {} : { construct: twin.construct }),
  };
}

/** What somebody wrote of a resource, and the names that AWS gave it. */
function written(planned: Node, synthesized: Node): Node {
  if (planned.kind !== 'object' || synthesized.kind !== 'object') return planned;
  const kept = [...NAMING, ...NOT_IN_PLANS, ...synthesized.members.keys()];
  return objectOfNodes([...planned.members].filter(([name]) => kept.includes(name)));
}

function resourcesOf(stack: string, plan: ReadPlan, scope: PlanScope): readonly ResourceData[] {
  return [
    ...plan.resources.map((resource) => plannedResource(stack, resource, scope)),
    ...Object.values(plan.providers).map((provider) => providerOf(stack, provider, scope)),
    ...Object.entries(objectOf(plan.root.outputs)).map(([name, declared]) =>
      outputOf(stack, name, declared, plan, scope),
    ),
  ];
}

function plannedResource(stack: string, resource: PlannedResource, scope: PlanScope): ResourceData {
  const { address, type, mode, after, unknown, sensitive } = resource;
  const place = scope.placeOf(resource);
  const node = planNode(
    { value: after, unknown, sensitive, expressions: scope.expressionsOf(resource) },
    (references) => scope.resolve(references, place),
  );
  return { stack, address, type, mode, body: withoutMetaArguments(node) };
}

function withoutMetaArguments(node: Node): Node {
  if (node.kind !== 'object') return node;
  const missing = NOT_IN_PLANS.map((name) => [name, computed(`'${name}', which a plan does not hold`)] as const);
  return objectOfNodes([...node.members, ...missing]);
}

function providerOf(stack: string, provider: unknown, scope: PlanScope): ResourceData {
  const { expressions, ...rest } = objectOf(provider);
  const name = textOf(rest, 'name') ?? '';
  const alias = textOf(rest, 'alias');
  const module = textOf(rest, 'module_address');
  const address = `${module === undefined ? '' : `${module}.`}provider.${name}${alias === undefined ? '' : `.${alias}`}`;
  return { stack, address, type: `provider.${name}`, mode: 'provider', body: configured(expressions ?? {}, scope) };
}

/** A node made of the configuration alone. */
function configured(expression: unknown, scope: PlanScope): Node {
  if (Array.isArray(expression)) return { kind: 'list', items: expression.map((each) => configured(each, scope)) };
  const body = objectOf(expression);
  if (Object.hasOwn(body, 'constant_value')) {
    return planNode(
      { value: body.constant_value, unknown: false, sensitive: false, expressions: { candidates: [], sure: true } },
      () => [],
    );
  }
  if (Array.isArray(body.references)) {
    return computed('what is known only to Terraform', scope.resolve(body.references.map(String), ROOT));
  }
  return objectOfNodes(Object.entries(body).map(([name, each]) => [name, configured(each, scope)]));
}

function outputOf(
  stack: string,
  name: string,
  declared: unknown,
  { outputs }: ReadPlan,
  scope: PlanScope,
): ResourceData {
  const { expression, sensitive } = objectOf(declared);
  const change = objectOf(outputs[name]);
  const value = planNode(
    {
      value: change.after,
      unknown: change.after_unknown,
      sensitive: change.after_sensitive,
      expressions: { candidates: expression === undefined ? [] : [expression], sure: true },
    },
    (references) => scope.resolve(references, ROOT),
  );
  const marked: Node = { kind: 'known', value: sensitive === true, targets: [] };
  const body = objectOfNodes([
    ['value', value],
    ['sensitive', marked],
  ]);
  return { stack, address: `output.${name}`, type: 'output', mode: 'output', body };
}
