import { UserError } from '../../core/errors';
import type { CodeTree } from '../archive/code-tree';
import { joined } from '../archive/entry-path';
import type { ReleasePart } from '../manifest';
import type { Spool } from '../archive/spool';
import { topFolder } from '../archive/top-folder';

/** WordPress reads the headers of plugins and themes from so many bytes. */
const HEADER_BYTES = 8192;
const UPLOADS = 'wp-content/uploads';

/** Where plugins and themes go, and which header makes them one. */
const EXTENSIONS = {
  plugin: { folder: 'wp-content/plugins', header: 'Plugin Name', files: /\.php$/i },
  theme: { folder: 'wp-content/themes', header: 'Theme Name', files: /^style\.css$/ },
} as const;

export type ExtensionKind = keyof typeof EXTENSIONS;

/**
 * Adds WordPress at the top of a release, whether or not it lies in a folder of its own, and tells its version.
 *
 * @throws UserError when the source is not WordPress
 */
export async function addWordPress(release: CodeTree, source: CodeTree, label: string, spool: Spool): Promise<string> {
  const top = topFolder(source, ['index.php', 'wp-includes/version.php']);
  if (top === undefined) {
    throw new UserError(
      `'${label}' must hold 'index.php' and 'wp-includes/version.php' at its top or in its only folder; ` +
        "give an archive of WordPress itself, plugins by '--plugin', and another site by '--code'",
    );
  }
  release.mount(source, top, '');
  const version = source.get(joined(top, 'wp-includes/version.php'));
  const text = version?.kind === 'file' ? await spool.head(version.content, HEADER_BYTES) : '';
  const [, number] = /^\s*\$wp_version\s*=\s*'([^']{1,40})'/m.exec(text) ?? [];
  if (number === undefined)
    throw new UserError(`'${label}' must set $wp_version in 'wp-includes/version.php'; download it again`);
  return number;
}

/**
 * Adds a plugin or theme below its top folder's name; one that WordPress brings along gives way.
 *
 * @throws UserError when the source is none, or has no top folder
 */
export async function addExtension(
  release: CodeTree,
  kind: ExtensionKind,
  source: CodeTree,
  label: string,
  spool: Spool,
): Promise<ReleasePart & { readonly replaced: boolean }> {
  const { folder, header, files } = EXTENSIONS[kind];
  const [name, ...others] = source.namesIn('');
  if (name === undefined || others.length > 0 || source.get(name)?.kind !== 'folder') {
    throw new UserError(
      `'${label}' must hold one folder, named like the ${kind}, with everything in it; repack it that way`,
    );
  }
  const headers = await headersOf(source, name, files, spool);
  const own = headers.find((text) => headerOf(text, header) !== undefined);
  if (own === undefined) {
    const where = kind === 'theme' ? "'style.css'" : "a '.php' file";
    throw new UserError(
      `'${label}' must have the header '${header}:' in ${where} of its folder '${name}'; it is no ${kind} to WordPress`,
    );
  }
  const at = joined(folder, name);
  const replaced = release.remove(at);
  release.mount(source, name, at);
  const version = headerOf(own, 'Version');
  return { name, ...(version === undefined ? {} : { version }), replaced };
}

/** @throws UserError when the release holds what instances bring along themselves */
export function checkWordPressCode(release: CodeTree): void {
  if (release.get('wp-config.php') !== undefined) {
    throw new UserError(
      "the release must not hold 'wp-config.php': instances write it from parameters and secrets; take it out, and give " +
        'further constants by --env',
    );
  }
  const upload = release.paths().find((path) => path.startsWith(`${UPLOADS}/`) && release.get(path)?.kind !== 'folder');
  const shared = release.get(UPLOADS);
  if (upload === undefined && (shared === undefined || shared.kind === 'folder')) return;
  throw new UserError(
    `the release must not hold '${upload ?? UPLOADS}': instances put the folder they share in place of '${UPLOADS}', ` +
      'so that nothing of it would be served; take it out and upload it to the site',
  );
}

function headersOf(source: CodeTree, folder: string, files: RegExp, spool: Spool): Promise<readonly string[]> {
  const texts = source.namesIn(folder).flatMap((file) => {
    const node = source.get(joined(folder, file));
    return files.test(file) && node?.kind === 'file' ? [spool.head(node.content, HEADER_BYTES)] : [];
  });
  return Promise.all(texts);
}

/** A header as WordPress itself finds it. */
function headerOf(text: string, name: string): string | undefined {
  const [, value = ''] = new RegExp(`^(?:[ \\t]*<\\?php)?[ \\t/*#@]*${name}:(.*)$`, 'im').exec(text) ?? [];
  const trimmed = value.replace(/\s*(?:\*\/|\?>).*/, '').trim();
  return trimmed === '' ? undefined : trimmed;
}
