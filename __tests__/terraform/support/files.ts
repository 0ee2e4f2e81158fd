import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StackAssembly } from '../../../src/terraform/assembly';
import type { JsonObject } from '../../../src/terraform/json';

/** Writes files below a folder; objects become JSON. */
export function writeFiles(folder: string, files: Readonly<Record<string, unknown>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  }
}

/** A stack of an assembly with its `cdk.tf.json` on disk. */
export function writeStack(
  folder: string,
  name: string,
  configuration: JsonObject,
  dependencies: readonly string[] = [],
): StackAssembly {
  const directory = join(folder, 'stacks', name);
  writeFiles(directory, { 'cdk.tf.json': configuration });
  return { name, directory, dependencies, configuration };
}
