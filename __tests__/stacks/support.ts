import { TerraformStack, Testing } from 'cdktf';
import type { Environment } from '../../src/config';
import { Synthesized } from '../../src/testing';
import { buildStacks } from '../../stacks';

export const STACKS = ['state', 'foundation', 'data', 'web', 'operations'] as const;
export type StackId = (typeof STACKS)[number];

/** Every stack of an environment as Terraform JSON. */
export function synthesizeEnvironment(environment: Environment): Readonly<Record<StackId, Synthesized>> {
  const app = Testing.app();
  buildStacks(app, environment);
  const stacks = app.node.children.filter((child): child is TerraformStack => TerraformStack.isStack(child));
  stacks.forEach((stack) => stack.prepareStack());
  const entries = stacks.map((stack) => [stack.node.id, new Synthesized(Testing.synth(stack, true))] as const);
  return Object.fromEntries(entries) as Record<StackId, Synthesized>;
}

/** Resources of a type in all stacks, each with the stack it is in. */
export function everywhere(stacks: Readonly<Record<StackId, Synthesized>>, type: string) {
  return STACKS.flatMap((stack) => stacks[stack].list(type).map((attributes) => ({ stack, attributes })));
}
