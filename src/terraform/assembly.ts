import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../core/errors';
import { inDependencyOrder } from './schedule/dependency-order';
import { isObject, readJsonFile, textOf, textsOf, type JsonObject } from './json';

/** One synthesized stack: a folder that Terraform can run in. */
export interface StackAssembly {
  readonly name: string;
  /** Absolute path of the folder that holds `cdk.tf.json`. */
  readonly directory: string;
  /** Names of the stacks whose values this one reads. */
  readonly dependencies: readonly string[];
  /** The parsed `cdk.tf.json`. */
  readonly configuration: JsonObject;
}

/** What synthesis wrote: all stacks of one environment, each after those it depends on. */
export interface Assembly {
  /** Absolute path of the folder that holds `manifest.json`. */
  readonly directory: string;
  readonly stacks: readonly StackAssembly[];
}

const WAY_OUT = 'synthesize again';

/**
 * Reads `manifest.json` and every stack it names.
 *
 * @throws UserError when a file is absent or malformed, a dependency is unknown, or dependencies form a cycle
 */
export function readAssembly(directory: string): Assembly {
  const root = resolve(directory);
  const manifestFile = join(root, 'manifest.json');
  if (!existsSync(manifestFile)) throw new UserError(`'${root}' holds no 'manifest.json'; synthesize first`);
  const manifest = readJsonFile(manifestFile, WAY_OUT);
  if (!isObject(manifest.stacks)) throw new UserError(`'stacks' must be an object in '${manifestFile}'; ${WAY_OUT}`);
  const stacks = Object.entries(manifest.stacks).map(([name, entry]) => readStack(root, name, entry));
  return { directory: root, stacks: inDependencyOrder(stacks) };
}

function readStack(root: string, name: string, entry: unknown): StackAssembly {
  if (!isObject(entry)) throw new UserError(`'stacks.${name}' must be an object in 'manifest.json'; ${WAY_OUT}`);
  const workingDirectory = textOf(entry, 'workingDirectory');
  const file = textOf(entry, 'synthesizedStackPath');
  if (workingDirectory === undefined || file === undefined) {
    throw new UserError(
      `'stacks.${name}' needs 'workingDirectory' and 'synthesizedStackPath' in 'manifest.json'; ${WAY_OUT}`,
    );
  }
  if (!file.endsWith('.json')) {
    throw new UserError(`'stacks.${name}' must be synthesized as JSON, got '${file}'; synthesize without HCL output`);
  }
  return {
    name,
    directory: resolve(root, workingDirectory),
    dependencies: textsOf(entry.dependencies),
    configuration: readJsonFile(resolve(root, file), WAY_OUT),
  };
}
