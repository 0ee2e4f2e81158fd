import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UserError } from '../core/errors';
import { sha256Of, sha256OfFile } from './digest';
import { fileError } from './file-errors';
import { parseManifest, type ReleaseManifest } from './manifest';
import { releaseName } from './release-name';

/** The files of a built release; in the bucket they have the same names. */
export const RELEASE_FILES = {
  code: 'code.tar.gz',
  checksum: 'code.tar.gz.sha256',
  env: 'env',
  manifest: 'release.json',
} as const;

/** A release in a folder, checked. */
export interface LocalRelease {
  readonly directory: string;
  readonly manifest: ReleaseManifest;
  /** Texts of the small files, as they are. */
  readonly texts: { readonly checksum: string; readonly env: string; readonly manifest: string };
}

/** The line of `sha256sum`. */
export function checksumText(sha256: string): string {
  return `${sha256}  ${RELEASE_FILES.code}\n`;
}

/**
 * Reads a built release and checks every file of it against its manifest.
 *
 * @throws UserError when there is none, or a file is not what the manifest says
 */
export async function readLocalRelease(directory: string): Promise<LocalRelease> {
  const text = (file: string): Promise<string> => readText(join(directory, file), directory);
  const place = join(directory, RELEASE_FILES.manifest);
  const manifestFile = await text(RELEASE_FILES.manifest);
  const manifest = parseManifest(manifestFile, place);
  releaseName(manifest.name, `'name' in '${place}'`);
  if (manifest.name !== basename(resolve(directory))) {
    throw damaged(directory, 'has another name');
  }
  const [env, checksum] = [await text(RELEASE_FILES.env), await text(RELEASE_FILES.checksum)];
  if ((await sha256Of(env)) !== manifest.env.sha256) throw damaged(directory, "has another 'env'");
  if (checksum !== checksumText(manifest.code.sha256)) throw damaged(directory, "has another 'code.tar.gz.sha256'");
  await checkCode(directory, manifest);
  return { directory, manifest, texts: { checksum, env, manifest: manifestFile } };
}

async function checkCode(directory: string, { code }: ReleaseManifest): Promise<void> {
  const path = join(directory, RELEASE_FILES.code);
  try {
    if ((await stat(path)).size === code.bytes && (await sha256OfFile(path)) === code.sha256) return;
  } catch (error) {
    throw fileError(error);
  }
  throw damaged(directory, "has another 'code.tar.gz'");
}

async function readText(path: string, directory: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw fileError(error);
    throw new UserError(
      `'${directory}' is no built release: '${basename(path)}' is missing; make one by 'wordpress-ha release build'`,
    );
  }
}

function damaged(directory: string, what: string): UserError {
  return new UserError(
    `the release in '${directory}' ${what} than its 'release.json' says; delete the folder and build it again`,
  );
}
