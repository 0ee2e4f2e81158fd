import { existsSync } from 'node:fs';
import { UserError } from '../../../core/errors';
import {
  buildRelease,
  downloadWordPress,
  isWordPressVersion,
  releaseName,
  wordpressUrl,
  type BuiltRelease,
} from '../../../release';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { ReleaseBuildOptions } from '../../options';
import { withProgress } from '../../session/with-progress';
import { contentText, sizeText } from './describe';
import { downloadsFolder, pathOf, releasesFolder, shortPath, versionName } from './places';

/** Makes a release from WordPress, plugins, themes and settings. */
export async function buildReleaseCommand(context: Context, options: ReleaseBuildOptions): Promise<CommandResult> {
  const { wordpress } = options;
  if (wordpress === undefined) {
    throw new UserError("'--wordpress' is required; give an archive of WordPress, or a version such as 6.8.3");
  }
  const wordpressSha256 = checksumOption(options.wordpressSha256);
  const name =
    options.name === undefined ? await versionName(context, "'--name NAME'") : releaseName(options.name, "'--name'");
  const { signal } = context;
  const built = await withProgress(context, 'build', name, async (onProgress) => {
    const archive = await archiveOf(context, wordpress, wordpressSha256, onProgress);
    const inputs = {
      name,
      wordpress: archive,
      wordpressSha256,
      plugins: options.plugins.map((path) => pathOf(context, path)),
      themes: options.themes.map((path) => pathOf(context, path)),
      envFile: options.env === undefined ? undefined : pathOf(context, options.env),
      output: options.output === undefined ? releasesFolder(context) : pathOf(context, options.output),
    };
    return buildRelease(inputs, { signal, onProgress });
  });
  const { directory, manifest, unchanged, notes } = built;
  return {
    exitCode: EXIT.clean,
    text: render(context, built),
    document: { directory, unchanged, notes, release: manifest },
  };
}

/** The path of the archive; a version is downloaded, where no file has its name. */
async function archiveOf(
  context: Context,
  wordpress: string,
  sha256: string | undefined,
  onProgress: (text: string) => void,
): Promise<string> {
  const path = pathOf(context, wordpress);
  if (existsSync(path) || !isWordPressVersion(wordpress)) return path;
  const url = wordpressUrl(wordpress);
  if (sha256 === undefined) {
    throw new UserError(
      `'--wordpress-sha256' is required with a version, because wordpress.org publishes none; download ${url} once, ` +
        "look that it is what you want, and take the sum that 'sha256sum' tells",
    );
  }
  onProgress(`downloading ${url}`);
  const { fetch } = context.services.releases;
  return downloadWordPress(wordpress, sha256, { cache: downloadsFolder(context), fetch, signal: context.signal });
}

function checksumOption(given: string | undefined): string | undefined {
  const sum = given?.toLowerCase();
  if (sum === undefined || /^[0-9a-f]{64}$/.test(sum)) return sum;
  throw new UserError(
    `'--wordpress-sha256' must be 64 hexadecimal digits, got '${given ?? ''}'; take what 'sha256sum' tells`,
  );
}

function render(context: Context, { directory, manifest, unchanged, notes }: BuiltRelease): string {
  const { name, code } = manifest;
  const place = shortPath(context, directory);
  const argument = directory.startsWith(releasesFolder(context)) ? name : place;
  return [
    `${context.style('strong', name)}  ${contentText(manifest)}${unchanged ? '; it was built already, with the same bytes' : ''}`,
    `  ${code.files} files, ${sizeText(code.unpackedBytes)} unpacked, ${sizeText(code.bytes)} packed`,
    `  SHA-256 ${code.sha256}`,
    `  ${place}`,
    ...notes.map((note) => `note: ${note}`),
    'publish it:',
    `  wordpress-ha release publish ${argument} -e ENVIRONMENT`,
  ].join('\n');
}
