import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAssembly } from '../terraform/assembly';
import { resourcesOf } from './blocks';
import { applicableExclusions, type Exclusion } from './exclusions';
import { sandboxOverride, type OverrideTarget } from './sandbox-override';

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
  target: OverrideTarget,
): Promise<InstalledOverrides> {
  const { stacks } = readAssembly(assemblyDirectory);
  const files = await Promise.all(
    stacks.map(async ({ directory, configuration }) => {
      const file = join(directory, FILE);
      await writeFile(file, `${JSON.stringify(sandboxOverride(configuration, target), undefined, 2)}\n`);
      return file;
    }),
  );
  const types = new Set(stacks.flatMap(({ configuration }) => resourcesOf(configuration).map(({ type }) => type)));
  return { files, exclusions: applicableExclusions(types) };
}

/** Takes the override files away again; Terraform then talks to AWS in these folders. */
export function removeSandboxOverrides(assemblyDirectory: string): void {
  for (const { directory } of readAssembly(assemblyDirectory).stacks) rmSync(join(directory, FILE), { force: true });
}
