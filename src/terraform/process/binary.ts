import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { UserError } from '../../core/errors';
import { parseObject, textOf } from '../json';
import { run } from './process';
import type { ProcessEnvironment, Variables } from './process-environment';

/** The Terraform on this machine. */
export interface TerraformBinary {
  readonly path: string;
  readonly version: string;
}

/** Terraform 1.10 is the first whose S3 backend locks without a DynamoDB table. */
const OLDEST = { major: 1, minor: 10 };
const INSTALL = 'https://developer.hashicorp.com/terraform/install';

/**
 * Finds Terraform: the program that `TERRAFORM_BINARY` or `TERRAFORM_BINARY_NAME` (cdktf's variable) names, else
 * `terraform` on PATH.
 *
 * @throws UserError when there is none, it cannot say its version, or the version is older than 1.10
 */
export async function findTerraform(variables: Variables, environment: ProcessEnvironment): Promise<TerraformBinary> {
  const path = locate(variables);
  const { stdout } = await run(path, ['version', '-json'], { cwd: tmpdir(), environment });
  // a warning about the CLI configuration may stand before the document
  const version = textOf(parseObject(stdout.slice(Math.max(0, stdout.indexOf('{')))) ?? {}, 'terraform_version');
  if (version === undefined) {
    throw new UserError(
      `'${path}' must be Terraform, but 'version -json' gave no version; name another one in 'TERRAFORM_BINARY'`,
    );
  }
  if (isTooOld(version)) {
    throw new UserError(
      `Terraform must be ${OLDEST.major}.${OLDEST.minor} or newer, got ${version} at '${path}'; install a newer one from ` +
        `${INSTALL} or name it in 'TERRAFORM_BINARY'`,
    );
  }
  return { path, version };
}

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor);
}

function locate(variables: Variables): string {
  const variable = ['TERRAFORM_BINARY', 'TERRAFORM_BINARY_NAME'].find((name) => (variables[name] ?? '') !== '');
  const wanted = variable === undefined ? 'terraform' : (variables[variable] ?? '');
  const found = candidates(wanted, variables).find((path) => existsSync(path));
  if (found !== undefined) return found;
  const named = variable === undefined ? '' : ` that '${variable}' names`;
  throw new UserError(`'${wanted}'${named} is not on PATH; install Terraform from ${INSTALL}`);
}

function candidates(wanted: string, variables: Variables): string[] {
  if (isAbsolute(wanted) || wanted.includes('/')) return [resolve(wanted)];
  const names = process.platform === 'win32' ? [`${wanted}.exe`, wanted] : [wanted];
  return (variables.PATH ?? variables.Path ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
}
