import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAssembly } from '../terraform/assembly';
import type { JsonObject } from '../terraform/json';
import { blocksOf, resourcesOf, resourceTree } from './blocks';

/** Sorts after `sandbox_override.tf.json`: Terraform merges override files in the order of their names. */
const FILE = 'sandbox_unlock_override.tf.json';

/** What each type needs so that Terraform can destroy it and all that is in it. */
const UNLOCKED: Readonly<Record<string, JsonObject>> = {
  aws_db_instance: { deletion_protection: false, skip_final_snapshot: true, delete_automated_backups: true },
  aws_lb: { enable_deletion_protection: false },
  aws_s3_bucket: { force_destroy: true },
  aws_secretsmanager_secret: { recovery_window_in_days: 0 },
};

/** The content of an override file that lifts every protection of a stack; undefined when nothing is protected. */
export function unlockOverride(configuration: JsonObject): JsonObject | undefined {
  const unlocked = resourcesOf(configuration).flatMap(({ type, name, body }) => {
    const kept = blocksOf(body.lifecycle)[0]?.prevent_destroy === true;
    const settings = UNLOCKED[type];
    if (!kept && settings === undefined) return [];
    return [{ type, name, body: { ...settings, ...(kept ? { lifecycle: { prevent_destroy: false } } : {}) } }];
  });
  const resource = resourceTree(unlocked);
  return resource === undefined ? undefined : { resource };
}

/**
 * Lifts every protection of a synthesized environment, to be applied before it is destroyed. For the sandbox only: a
 * real environment is unlocked by its `protection`, where a reviewer sees it.
 *
 * @throws UserError when there is no assembly
 */
export function installUnlockOverrides(assemblyDirectory: string): string[] {
  return readAssembly(assemblyDirectory).stacks.flatMap(({ directory, configuration }) => {
    const override = unlockOverride(configuration);
    if (override === undefined) return [];
    const file = join(directory, FILE);
    writeFileSync(file, `${JSON.stringify(override, undefined, 2)}\n`);
    return [file];
  });
}
