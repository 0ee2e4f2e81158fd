import { TerraformStack, Testing } from 'cdktf';
import type { Environment } from '../../src/config';
import { synthesize, type Synthesized } from '../../src/testing';
import { buildStacks } from '../../stacks';

export const STACKS = ['state', 'foundation', 'data', 'web', 'operations'] as const;
export type StackId = (typeof STACKS)[number];

/** The stacks of an environment, not synthesized yet. */
export function stacksOf(environment: Environment): readonly TerraformStack[] {
  const app = Testing.app();
  buildStacks(app, environment);
  return app.node.children.filter((child): child is TerraformStack => TerraformStack.isStack(child));
}

/** Every stack of an environment as Terraform JSON. */
export function synthesizeEnvironment(environment: Environment): Readonly<Record<StackId, Synthesized>> {
  const entries = stacksOf(environment).map((stack) => [stack.node.id, synthesize(stack)] as const);
  return Object.fromEntries(entries) as Record<StackId, Synthesized>;
}

/** Resources of a type in all stacks, each with the stack it is in. */
export function everywhere(stacks: Readonly<Record<StackId, Synthesized>>, type: string) {
  return STACKS.flatMap((stack) => stacks[stack].list(type).map((attributes) => ({ stack, attributes })));
}
