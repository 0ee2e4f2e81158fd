import { NOTHING_PLANNED } from '../plan/plan-json';
import type { InSlot } from '../schedule/slots';
import type { Terraform } from './terraform';
import type { OpenTerraform, TerraformHost } from './terraform-host';

/**
 * The same host for work that must change nothing: its Terraform plans without the lock, makes no workspace, and refuses to
 * apply. A stack whose workspace does not exist is one that is not applied yet: nothing is planned, and it has no outputs.
 *
 * @param inSlot lets no more of its processes run at the same time than there are places
 */
export function lookingHost(host: TerraformHost, inSlot: InSlot = (work) => work()): TerraformHost {
  const looking =
    (open: OpenTerraform): OpenTerraform =>
    (stack, workspace) =>
      lookingTerraform(open(stack, workspace), inSlot);
  return { ...host, open: looking(host.open), openOffline: looking(host.openOffline) };
}

function lookingTerraform(terraform: Terraform, inSlot: InSlot): Terraform {
  let present = true;
  const refuse = (): Promise<never> =>
    Promise.reject(new Error(`stack '${terraform.stack}' was to be changed by work that only looks`));
  return {
    stack: terraform.stack,
    init: () => inSlot(() => terraform.init()),
    selectWorkspace: async (name) => {
      present = await inSlot(() => terraform.selectWorkspace(name, { create: false }));
      return present;
    },
    plan: (options) =>
      present
        ? inSlot(() => terraform.plan({ ...options, lock: false }))
        : Promise.resolve({ file: '', json: NOTHING_PLANNED }),
    outputs: () => (present ? inSlot(() => terraform.outputs()) : Promise.resolve({})),
    apply: refuse,
    forceUnlock: refuse,
  };
}
