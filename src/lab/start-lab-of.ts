import { resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { UserError } from '../core/errors';
import type { Assembly } from '../terraform/assembly';
import { LAB_ADDRESSES } from './addresses';
import { nftablesRules } from './config/packet-filter';
import { checkHost } from './host/requirements';
import { labCacheDirectory } from './images/image-cache';
import { sampleRelease } from './images/sample-release';
import { type LabOptions, type RunningLab, startLab } from './lab';
import { readLabModel } from './model/read-lab-model';
import { releaseObjects } from './release-objects';

/** A lab of what was synthesized. */
export interface AssemblyLabOptions extends Omit<LabOptions, 'model' | 'packetFilter' | 'objects'> {
  readonly assembly: Assembly;
  /**
   * Archive of a release, relative to the project.
   *
   * @default - WordPress as Debian packages it
   */
  readonly release?: string;
}

/** Starts the lab of a synthesized environment: packet filters, parameters and all else from its stacks. */
export async function startLabOf({ assembly, release, ...options }: AssemblyLabOptions): Promise<RunningLab> {
  const { variables, project, onProgress, signal } = options;
  checkHost(variables);
  const model = readLabModel(assembly);
  const archive =
    release === undefined
      ? await sampleRelease(labCacheDirectory(variables), onProgress, signal)
      : existing(resolve(project, release));
  return startLab({
    ...options,
    model,
    packetFilter: nftablesRules(model, LAB_ADDRESSES),
    objects: releaseObjects(model, { name: 'r1', archive, env: '' }),
  });
}

function existing(archive: string): string {
  if (existsSync(archive)) return archive;
  throw new UserError(`'--release' must name an archive, got '${archive}', which does not exist; build one first`);
}
