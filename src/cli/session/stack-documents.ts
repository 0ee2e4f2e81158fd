import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StackAssembly } from '../../terraform/assembly';
import { readJsonFile } from '../../terraform/json';

/** The Terraform JSON of a stack as Terraform reads it: the main file, then override files in the order of their names. */
export function stackDocuments({ directory, configuration }: StackAssembly): readonly unknown[] {
  const overrides = readdirSync(directory)
    .filter((file) => file === 'override.tf.json' || file.endsWith('_override.tf.json'))
    .toSorted();
  return [
    configuration,
    ...overrides.map((file) => readJsonFile(join(directory, file), 'delete it and synthesize again')),
  ];
}
