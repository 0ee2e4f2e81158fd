/** What an expression refers to: a resource, and the attribute of it where one is named. */
export interface Target {
  readonly stack: string;
  /** Terraform address of the resource inside its stack, with its instance key. */
  readonly address: string;
  readonly type: string;
  /** Attribute that is read, such as `arn`; absent where the whole resource is meant or the plan does not say. */
  readonly attribute?: string;
}

/** A text that is the same for the same resource and no other. */
export function keyOf({ stack, address }: { readonly stack: string; readonly address: string }): string {
  return `${stack}\u0000${address}`;
}

/** The targets without repetition, in the order given. */
export function distinctTargets(targets: readonly Target[]): readonly Target[] {
  if (targets.length < 2) return targets;
  return [...new Map(targets.map((target) => [`${keyOf(target)}\u0000${target.attribute ?? ''}`, target])).values()];
}
