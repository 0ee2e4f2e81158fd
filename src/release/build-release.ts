import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../core/errors';
import { privateFolder } from '../terraform/process/private-folder';
import { assembleCode, labelOf, type CodeInputs } from './code/assemble-code';
import { sha256Of, sha256OfFile } from './digest';
import { INSTANCE_CONSTANTS, parseEnv, type EnvSettings } from './code/env-file';
import { fileError } from './file-errors';
import { LIMITS, type Limits } from './archive/limits';
import { checksumText, readLocalRelease, RELEASE_FILES } from './local-release';
import { manifestText, type ReleaseManifest } from './manifest';
import { interruptible, type Workshop } from './archive/read-source';
import { Spool } from './archive/spool';
import { writeArchive } from './archive/write-archive';

/** What a release is made from. */
export interface BuildInputs {
  readonly name: string;
  readonly code: CodeInputs;
  readonly envFile?: string;
  /**
   * Settings of the env file that are no secrets, although their name or value looks like one.
   *
   * @default - none
   */
  readonly notSecret?: readonly string[];
  /** Folder in which the release becomes a folder of its name. */
  readonly output: string;
}

/** How to build. */
export interface BuildOptions {
  readonly signal: AbortSignal;
  /** Told what is being done. */
  readonly onProgress: (text: string) => void;
  /** @default LIMITS */
  readonly limits?: Limits;
}

/** A release in its folder. */
export interface BuiltRelease {
  readonly directory: string;
  readonly manifest: ReleaseManifest;
  /** The same release was there already. */
  readonly unchanged: boolean;
  /** What a person should know. */
  readonly notes: readonly string[];
}

/**
 * Builds a release; the same inputs give the same bytes, and a failure leaves nothing behind.
 *
 * @throws UserError when an input must not go into a release, or one of that name with other content is there
 */
export async function buildRelease(inputs: BuildInputs, options: BuildOptions): Promise<BuiltRelease> {
  const building = join(inputs.output, '.building');
  try {
    await checkSum(inputs);
    await mkdir(inputs.output, { recursive: true });
    const work = privateFolder(building);
    try {
      return await buildIn(work, inputs, options);
    } finally {
      await rm(work, { recursive: true, force: true });
      // another build may be at work beside this one
      await rmdir(building).catch(() => undefined);
    }
  } catch (error) {
    throw fileError(error);
  }
}

async function buildIn(work: string, inputs: BuildInputs, options: BuildOptions): Promise<BuiltRelease> {
  const limits = options.limits ?? LIMITS;
  const spool = await Spool.open(join(work, 'spool'), limits);
  const unfinished = join(work, inputs.name);
  try {
    await mkdir(unfinished);
    const made = await makeFiles(unfinished, inputs, options, { spool, limits, signal: options.signal });
    interruptible(options.signal);
    const directory = join(inputs.output, inputs.name);
    return { directory, ...made, unchanged: await settle(unfinished, directory, made.manifest) };
  } finally {
    await spool.close();
  }
}

async function makeFiles(
  folder: string,
  inputs: BuildInputs,
  { onProgress }: BuildOptions,
  workshop: Workshop,
): Promise<{ manifest: ReleaseManifest; notes: readonly string[] }> {
  const env = await readEnv(inputs);
  const { tree, notes, ...parts } = await assembleCode(inputs.code, onProgress, workshop);
  onProgress(`packing ${tree.paths().length} files and folders`);
  const code = await writeArchive(tree, join(folder, RELEASE_FILES.code), workshop);
  const manifest: ReleaseManifest = {
    format: 1,
    name: inputs.name,
    code: { sha256: code.sha256, bytes: code.bytes, files: code.files, unpackedBytes: code.unpackedBytes },
    env: { sha256: await sha256Of(env.text), names: env.names },
    ...parts,
  };
  await writeFile(join(folder, RELEASE_FILES.checksum), checksumText(code.sha256));
  await writeFile(join(folder, RELEASE_FILES.env), env.text);
  await writeFile(join(folder, RELEASE_FILES.manifest), manifestText(manifest));
  return { manifest, notes };
}

async function checkSum({ code }: BuildInputs): Promise<void> {
  if (code.kind !== 'wordpress' || code.sha256 === undefined) return;
  const actual = await sha256OfFile(code.path);
  if (actual === code.sha256) return;
  throw new UserError(
    `'--wordpress-sha256' must be the SHA-256 of '${labelOf(code.path)}', which is ${actual}, got ${code.sha256}; ` +
      'download the archive again, and compare both with what its publisher says',
  );
}

async function readEnv({ envFile, code, notSecret = [] }: BuildInputs): Promise<EnvSettings> {
  const taken = code.kind === 'wordpress' ? INSTANCE_CONSTANTS : [];
  if (envFile !== undefined) return parseEnv(await readFile(envFile, 'utf8'), labelOf(envFile), { taken, notSecret });
  return parseEnv('', 'no env file', { taken, notSecret });
}

/** Gives the finished folder its name in one step; true when the same release was there already. */
async function settle(unfinished: string, directory: string, manifest: ReleaseManifest): Promise<boolean> {
  if (!existsSync(directory)) {
    try {
      await rename(unfinished, directory);
      return false;
    } catch (error) {
      // another build of the same name was faster
      if (!existsSync(directory)) throw error;
    }
  }
  const present = await readLocalRelease(directory);
  if (present.texts.manifest === manifestText(manifest)) return true;
  throw new UserError(
    `the release '${manifest.name}' is in '${directory}' already, with other content, and a release never changes; ` +
      "give another '--name', or delete the folder if nobody has published it",
  );
}
