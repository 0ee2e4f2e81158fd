import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { UserError } from '../../../core/errors';
import { releaseName } from '../../../release';
import type { Context } from '../../context';
import { TOOL_FOLDER } from '../../session/session';

/** Where releases are built when nothing else is said. */
export function releasesFolder({ project }: Context): string {
  return join(project, TOOL_FOLDER, 'releases');
}

/** Where downloads are kept, by their content. */
export function downloadsFolder({ project }: Context): string {
  return join(project, TOOL_FOLDER, 'downloads');
}

/** A path from the command line. */
export function pathOf({ folder }: Context, path: string): string {
  return resolve(folder, path);
}

/** A path as short as people write it. */
export function shortPath({ folder }: Context, path: string): string {
  const short = relative(folder, path);
  return short === '' || short.startsWith('..') || isAbsolute(short) ? path : short;
}

/**
 * The name that git gives the project as it is.
 *
 * @throws UserError when it gives none, or one that cannot name a release; `instead` says what to give
 */
export async function versionName(context: Context, instead: string): Promise<string> {
  const version = await context.services.releases.gitVersion(context.project, context.variables);
  if (version !== undefined) return releaseName(version, `the version that 'git describe' tells`);
  throw new UserError(`the release has no name, because git tells no version of '${context.project}'; give ${instead}`);
}

/** The folder of a built release: one that is named, or one of the tool's own folder. */
export async function builtRelease(context: Context, given: string | undefined): Promise<string> {
  const name = given ?? (await versionName(context, 'the release to publish'));
  const own = join(releasesFolder(context), name);
  const path = pathOf(context, name);
  const isPath = /[/\\]/.test(name) || (!existsSync(own) && existsSync(path));
  return isPath ? path : own;
}
