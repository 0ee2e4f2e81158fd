import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../core/errors';
import { inNamespaces } from '../host/namespaces';
import { runTool } from '../host/run-tool';

/** What a root file system of Debian is made of; everything in it decides its name in the cache. */
export interface DebianRecipe {
  readonly suite: string;
  /** Lines of sources.list. */
  readonly sources: readonly string[];
  readonly packages: readonly string[];
  /** apt preferences that hold while it is built, and in it. */
  readonly preferences?: string;
  /** Files put into it once the packages are there: path, mode, text. */
  readonly files: readonly LayerFile[];
  /** Shell lines run at the end with the root as `$1`. */
  readonly finish: readonly string[];
}

/** A file of ours in an image. */
export interface LayerFile {
  readonly path: string;
  readonly executable?: boolean;
  readonly content: string;
}

/** How to build. */
export interface BuildOptions {
  /** Folder for the drafts of this build. */
  readonly folder: string;
  /** Address of a proxy for downloads. */
  readonly proxy: string;
  readonly signal?: AbortSignal;
}

/** Nobody reads these in a lab; without them an image is half as large. */
const LEFT_OUT = ['/usr/share/man/*', '/usr/share/locale/*', '/usr/share/doc/*', '/usr/share/info/*'];

/**
 * Builds a root file system with mmdebstrap and answers its path.
 *
 * No mount and no process is left, whatever ends it or this process.
 *
 * @throws UserError with the end of mmdebstrap's words
 */
export async function buildDebian(recipe: DebianRecipe, options: BuildOptions): Promise<string> {
  const { folder, proxy, signal } = options;
  const root = join(folder, 'root');
  const setup = join(folder, 'setup.sh');
  const finish = join(folder, 'finish.sh');
  writeFileSync(setup, script(recipe.preferences === undefined ? [] : [place(preferences(recipe.preferences))]), {
    mode: 0o755,
  });
  writeFileSync(finish, script([...recipe.files.map(place), ...recipe.finish]), { mode: 0o755 });
  const args = [
    '--mode=root',
    '--variant=apt',
    '--quiet',
    "--aptopt=Apt::Install-Recommends 'false'",
    ...LEFT_OUT.map((path) => `--dpkgopt=path-exclude=${path}`),
    `--setup-hook=sh ${setup} "$1"`,
    `--customize-hook=sh ${finish} "$1"`,
    `--include=${recipe.packages.join(',')}`,
    recipe.suite,
    root,
    ...recipe.sources,
  ];
  const environment = { ...process.env, http_proxy: proxy, TMPDIR: folder, LC_ALL: 'C.UTF-8' };
  const [command, ...words] = inNamespaces(['mmdebstrap', ...args]);
  try {
    await runTool(command, words, { environment, signal });
  } catch (error) {
    throw new UserError(
      `an image of the lab cannot be built: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return root;
}

function preferences(content: string): LayerFile {
  return { path: '/etc/apt/preferences.d/lab', content };
}

function script(lines: readonly string[]): string {
  return `set -e\n${lines.join('\n')}\n`;
}

/** Shell that writes a file below `$1`. */
function place({ path, content, executable }: LayerFile): string {
  const encoded = Buffer.from(content).toString('base64');
  return [
    `mkdir -p "$1${path.slice(0, path.lastIndexOf('/'))}"`,
    `echo ${encoded} | base64 -d > "$1${path}"`,
    `chmod ${executable === true ? '0755' : '0644'} "$1${path}"`,
  ].join('\n');
}
