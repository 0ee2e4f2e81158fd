import { existsSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAssembly } from '../terraform/assembly';
import { resourcesOf } from './blocks';
import { applicableExclusions, type Exclusion } from './exclusions';
import { sandboxOverride } from './sandbox-override';
import type { SandboxStatus } from './sandbox-status';
import { stateDirectoryOf } from './status-file';

const FILE = 'sandbox_override.tf.json';

/** What `installSandboxOverrides` did. */
export interface InstalledOverrides {
  /** The files written, one a stack. */
  readonly files: readonly string[];
  /** The exclusions that apply to some resource of these stacks. */
  readonly exclusions: readonly Exclusion[];
}

/**
 * Writes `sandbox_override.tf.json` beside each stack's untouched `cdk.tf.json`: from then on Terraform talks to the
 * emulator in these folders, whatever the environment variables are.
 *
 * @param assemblyDirectory folder that holds `manifest.json`, such as `cdktf.out/development`
 * @throws UserError when there is no assembly
 */
export async function installSandboxOverrides(
  assemblyDirectory: string,
  status: Pick<SandboxStatus, 'endpoint' | 'accountId' | 'logFile'>,
): Promise<InstalledOverrides> {
  const target = { ...status, stateDirectory: stateDirectoryOf(status) };
  const { stacks } = readAssembly(assemblyDirectory);
  const files = await Promise.all(
    stacks.map(async (stack) => {
      const file = join(stack.directory, FILE);
      const content = `${JSON.stringify(sandboxOverride(stack, target), undefined, 2)}\n`;
      if (!existsSync(file) || readFileSync(file, 'utf8') !== content) {
        forgetConnection(stack.directory);
        await writeFile(file, content);
      }
      return file;
    }),
  );
  const types = new Set(stacks.flatMap(({ configuration }) => resourcesOf(configuration).map(({ type }) => type)));
  return { files, exclusions: applicableExclusions(types) };
}

/** Takes the override files away again; Terraform then talks to AWS in these folders. */
export function removeSandboxOverrides(assemblyDirectory: string): void {
  for (const { directory } of readAssembly(assemblyDirectory).stacks) {
    if (!existsSync(join(directory, FILE))) continue;
    rmSync(join(directory, FILE));
    forgetConnection(directory);
  }
}

/** Makes Terraform connect to its backend anew, instead of asking to move the state from the old one. Holds no state. */
function forgetConnection(directory: string): void {
  for (const name of ['terraform.tfstate', 'environment', 'wordpress-ha.json']) {
    rmSync(join(directory, '.terraform', name), { force: true });
  }
}
