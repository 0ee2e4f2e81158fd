import { existsSync } from 'node:fs';
import { UserError } from '../../../core/errors';
import {
  buildRelease,
  downloadWordPress,
  isWordPressVersion,
  releaseName,
  wordpressUrl,
  type BuiltRelease,
  type CodeInputs,
} from '../../../release';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { ReleaseBuildOptions } from '../../options';
import { withProgress } from '../../session/with-progress';
import { contentText, sizeText } from './describe';
import { downloadsFolder, pathOf, releasesFolder, shortPath, versionName } from './places';

/** Makes a release from WordPress with plugins and themes, or from another site, and settings. */
export async function buildReleaseCommand(context: Context, options: ReleaseBuildOptions): Promise<CommandResult> {
  const wordpressSha256 = checksumOption(options.wordpressSha256);
  checkChoice(options);
  const name =
    options.name === undefined ? await versionName(context, "'--name NAME'") : releaseName(options.name, "'--name'");
  const { signal } = context;
  const built = await withProgress(context, 'build', name, async (onProgress) => {
    const inputs = {
      name,
      code: await codeOf(context, options, wordpressSha256, onProgress),
      envFile: options.env === undefined ? undefined : pathOf(context, options.env),
      notSecret: options.notSecret,
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

/** @throws UserError unless one kind of code is given, with what belongs to it */
function checkChoice({ wordpress, code, wordpressSha256, plugins, themes }: ReleaseBuildOptions): void {
  if (wordpress === undefined && code === undefined) {
    throw new UserError(
      "'--wordpress' is required; give an archive of WordPress, or a version such as 6.8.3, or another PHP site by '--code'",
    );
  }
  if (code === undefined) return;
  const strange = [
    ...(wordpress === undefined ? [] : ['--wordpress']),
    ...(wordpressSha256 === undefined ? [] : ['--wordpress-sha256']),
    ...(plugins.length === 0 ? [] : ['--plugin']),
    ...(themes.length === 0 ? [] : ['--theme']),
  ];
  if (strange.length === 0) return;
  throw new UserError(
    `'--code' must stand without ${strange.map((flag) => `'${flag}'`).join(', ')}, which are about WordPress; leave one of both out`,
  );
}

async function codeOf(
  context: Context,
  { wordpress, code, plugins, themes }: ReleaseBuildOptions,
  sha256: string | undefined,
  onProgress: (text: string) => void,
): Promise<CodeInputs> {
  if (wordpress === undefined) return { kind: 'php', path: pathOf(context, code ?? '') };
  return {
    kind: 'wordpress',
    path: await archiveOf(context, wordpress, sha256, onProgress),
    sha256,
    plugins: plugins.map((path) => pathOf(context, path)),
    themes: themes.map((path) => pathOf(context, path)),
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
