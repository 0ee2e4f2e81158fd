import type { InSlot } from './slots';
import type { Terraform } from './terraform';
import type { OpenTerraform, TerraformHost } from './terraform-host';

/**
 * The same host for work that must change nothing: its Terraform plans without the lock, refuses to apply, and no more of its
 * processes run at the same time than there are places.
 */
export function lookingHost(host: TerraformHost, inSlot: InSlot): TerraformHost {
  const looking =
    (open: OpenTerraform): OpenTerraform =>
    (stack, workspace) =>
      lookingTerraform(open(stack, workspace), inSlot);
  return { ...host, open: looking(host.open), openOffline: looking(host.openOffline) };
}

function lookingTerraform(terraform: Terraform, inSlot: InSlot): Terraform {
  const refuse = (): Promise<never> =>
    Promise.reject(new Error(`stack '${terraform.stack}' was to be changed by work that only looks`));
  return {
    stack: terraform.stack,
    init: () => inSlot(() => terraform.init()),
    selectWorkspace: (name) => inSlot(() => terraform.selectWorkspace(name)),
    plan: (options) => inSlot(() => terraform.plan({ ...options, lock: false })),
    outputs: () => inSlot(() => terraform.outputs()),
    apply: refuse,
    forceUnlock: refuse,
  };
}
