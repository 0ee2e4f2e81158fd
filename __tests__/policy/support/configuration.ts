import type { StackAssembly } from '../../../src/terraform/assembly';
import type { JsonObject } from '../../../src/terraform/json';
import { loadAssembly } from '../../../src/policy/model/synthesis/load-assembly';
import { loadPlans } from '../../../src/policy/model/plan/load-plans';
import type { ResourceGraph } from '../../../src/policy/model/resource-graph';
import { planOfConfiguration } from './plan-of-configuration';

/** Name of the stack that fixtures make up. */
export const STACK = 'web';

/** Resources by type and name, written as in Terraform JSON. */
export type Resources = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/** A stack of a fixture: resources, or a whole Terraform JSON document under `terraform`, `provider`, `resource` and so on. */
export function stackOf(configuration: JsonObject, name = STACK, dependencies: readonly string[] = []): StackAssembly {
  return { name, directory: `/stacks/${name}`, dependencies, configuration };
}

/** The model of a fixture as synthesized. */
export function synthesized(configuration: JsonObject): ResourceGraph {
  return loadAssembly({ stacks: [stackOf(configuration)] });
}

/** The model of a fixture as Terraform would plan it for the first time. */
export function planned(configuration: JsonObject): ResourceGraph {
  return loadPlans([{ stack: STACK, json: planOfConfiguration(configuration) }]);
}
