import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { UserError } from '../../core/errors';
import type { Variables } from './process-environment';

/** Where Terraform gets its providers from. */
export interface ProviderSource {
  /** In words for a person. */
  readonly description: string;
  /** Value for `TF_CLI_CONFIG_FILE`; undefined leaves Terraform's own defaults. */
  readonly cliConfigFile?: string;
}

/** What decides where providers come from. */
export interface ProviderSourceOptions {
  readonly variables: Variables;
  /** Folder that a generated CLI configuration goes to. */
  readonly folder: string;
  /**
   * Folder whose direct subfolders may be mirrors.
   *
   * @default '/opt'
   */
  readonly optionalSoftware?: string;
}

const PROVIDER = join('registry.terraform.io', 'hashicorp', 'aws');

/**
 * Decides where providers come from, in this order: `TF_CLI_CONFIG_FILE`, `TF_PROVIDER_MIRROR`, the user's own
 * `.terraformrc`, Terraform's implied mirror folders, folders directly under `/opt` that hold hashicorp/aws, the registry.
 *
 * @throws UserError when `TF_PROVIDER_MIRROR` names a folder without hashicorp/aws
 */
export function findProviderSource(options: ProviderSourceOptions): ProviderSource {
  const { variables, folder } = options;
  const configured = variables.TF_CLI_CONFIG_FILE ?? '';
  if (configured !== '' && existsSync(configured)) {
    return { description: `as '${configured}' says`, cliConfigFile: configured };
  }
  const wanted = variables.TF_PROVIDER_MIRROR ?? '';
  if (wanted !== '') {
    if (!isMirror(wanted)) {
      throw new UserError(
        `'TF_PROVIDER_MIRROR' must name a folder that holds '${PROVIDER}', got '${wanted}'; correct or unset it`,
      );
    }
    return mirror(resolve(wanted), folder);
  }
  const own = join(
    variables.HOME ?? variables.APPDATA ?? '',
    process.platform === 'win32' ? 'terraform.rc' : '.terraformrc',
  );
  if (existsSync(own)) return { description: `as '${own}' says` };
  const implied = impliedMirrors(variables).find(isMirror);
  if (implied !== undefined) return { description: `mirror '${implied}'` };
  const found = subfolders(options.optionalSoftware ?? '/opt').find(isMirror);
  return found === undefined ? { description: 'registry.terraform.io' } : mirror(found, folder);
}

/** The folders Terraform itself looks into before it asks the registry. */
function impliedMirrors(variables: Variables): string[] {
  const home = variables.HOME ?? '';
  const data = (variables.XDG_DATA_DIRS ?? '/usr/local/share:/usr/share').split(delimiter);
  const folders = [variables.XDG_DATA_HOME ?? join(home, '.local', 'share'), ...data];
  return [
    join(home, '.terraform.d', 'plugins'),
    ...folders.filter((folder) => folder !== '').map((folder) => join(folder, 'terraform', 'plugins')),
  ];
}

function isMirror(folder: string): boolean {
  return existsSync(join(folder, PROVIDER));
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() || entry.isSymbolicLink(),
  );
  return names.map(({ name }) => join(folder, name)).sort();
}

function mirror(path: string, folder: string): ProviderSource {
  const pattern = 'registry.terraform.io/hashicorp/aws';
  const lines = [
    'disable_checkpoint = true',
    'provider_installation {',
    `  filesystem_mirror {\n    path    = ${JSON.stringify(path)}\n    include = ["${pattern}"]\n  }`,
    `  direct {\n    exclude = ["${pattern}"]\n  }`,
    '}',
  ];
  mkdirSync(folder, { recursive: true });
  const cliConfigFile = join(resolve(folder), 'terraform-cli.tfrc');
  writeFileSync(cliConfigFile, `${lines.join('\n')}\n`);
  return { description: `mirror '${path}'`, cliConfigFile };
}
