import type { Assembly, StackAssembly } from '../assembly';
import { backendOf } from '../backend';
import { isObject, objectOf, textOf } from '../json';

/** A `terraform_remote_state` in a stack. */
export interface RemoteState {
  /** Its name in the configuration. */
  readonly name: string;
  /** The stack of this assembly that it reads; undefined for a state from elsewhere. */
  readonly upstream?: StackAssembly;
}

/** cdktf names the data source after the stack that it reads. */
const CDKTF_PREFIX = 'cross-stack-reference-input-';

/** The remote states a stack reads. */
export function remoteStates(stack: StackAssembly, assembly: Pick<Assembly, 'stacks'>): RemoteState[] {
  const declared = objectOf(objectOf(stack.configuration.data).terraform_remote_state);
  return Object.entries(declared).map(([name, block]) => {
    const upstream = assembly.stacks.find((other) => name === `${CDKTF_PREFIX}${other.name}` || reads(block, other));
    return upstream === undefined ? { name } : { name, upstream };
  });
}

/** Whether a remote state reads what the other stack's backend writes. */
function reads(block: unknown, other: StackAssembly): boolean {
  const first: unknown = Array.isArray(block) ? block.find(isObject) : block;
  const { backend, config } = objectOf(first);
  const own = backendOf(other);
  const place = ['key', 'path'].find((name) => textOf(objectOf(config), name) !== undefined);
  if (backend !== own.type || place === undefined) return false;
  return ['bucket', 'workspace_key_prefix', place].every((name) => objectOf(config)[name] === own.settings[name]);
}
