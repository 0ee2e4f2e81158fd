import { devNull } from 'node:os';
import { join } from 'node:path';
import type { StackAssembly } from '../assembly';
import { findTerraform, type TerraformBinary } from '../process/binary';
import { privateFolder } from '../process/private-folder';
import { terraformVariables, type ProcessEnvironment, type Variables } from '../process/process-environment';
import { findProviderSource } from '../process/provider-mirror';
import type { Terraform } from './terraform';
import { TerraformCli } from './terraform-cli';

/** Opens Terraform in the folder of a stack. The workspace is `default` for stacks that have no environment. */
export type OpenTerraform = (stack: StackAssembly, workspace: string) => Terraform;

/** What every run of Terraform on this machine shares. */
export interface TerraformHost {
  readonly binary: TerraformBinary;
  /** Where providers come from, in words for a person: `mirror '/opt/x'`, `registry.terraform.io`, … */
  readonly providerSource: string;
  /** Things a person should know, such as a setting that was ignored. */
  readonly notes: readonly string[];
  readonly open: OpenTerraform;
  /** The same for stacks of `prepareOffline`: nothing of AWS's settings and credentials on this machine is passed on. */
  readonly openOffline: OpenTerraform;
}

/** How to find Terraform and where to keep what outlives a run. */
export interface TerraformHostOptions {
  /** The variables of the calling process, usually `process.env`. */
  readonly variables: Variables;
  /** Folder for journals and generated settings, usually `.wordpress-ha` in the project. */
  readonly folder: string;
}

/**
 * Finds Terraform and its provider mirror once for all stacks.
 *
 * @throws UserError when Terraform is absent or older than 1.10
 */
export async function terraformHost({ variables, folder }: TerraformHostOptions): Promise<TerraformHost> {
  const { environment: chosen, notes } = terraformVariables(variables);
  const { description, cliConfigFile } = findProviderSource({ variables, folder });
  const environment: ProcessEnvironment = {
    ...chosen,
    ...(cliConfigFile === undefined ? {} : { TF_CLI_CONFIG_FILE: cliConfigFile }),
  };
  const binary = await findTerraform(variables, environment);
  const plans = privateFolder(join(folder, 'plans'));
  const duringInit = environment.TF_PLUGIN_CACHE_DIR === undefined ? together : oneAtATime();
  const shared = { binary: binary.path, folder, privateFolder: plans, duringInit };
  const open: OpenTerraform = (stack, workspace) => new TerraformCli({ ...shared, stack, workspace, environment });
  const withoutAws = offlineVariables(environment);
  const openOffline: OpenTerraform = (stack, workspace) =>
    // journals are of real applies and must not reach a stack that only looks like the real one
    new TerraformCli({ ...shared, folder: plans, stack, workspace, environment: withoutAws });
  return { binary, providerSource: description, notes, open, openOffline };
}

/** Profiles and roles of the machine could make the provider call AWS although it was told not to. */
function offlineVariables(environment: ProcessEnvironment): ProcessEnvironment {
  const kept = Object.entries(environment).filter(([name]) => !name.startsWith('AWS_'));
  return {
    ...Object.fromEntries(kept),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

function together<T>(work: () => Promise<T>): Promise<T> {
  return work();
}

/** Terraform's plugin cache is not made for two installations at the same time. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
